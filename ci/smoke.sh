#!/bin/sh
# usage: ci/smoke.sh ENVIRONMENT
#
# Looks at an environment after the upload: is what is live the package, byte for byte, and does the page work? Where a package
# is kept that was live before, or PREVIOUS names one, its assets must still be served. Exits as the smoke command does: 0 pass,
# 1 fail, 2 usage or config error, 3 inconclusive. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
require_environment "${1:-}"
environment=$1
require_package "$PACKAGE"

set -- --release "$PACKAGE" --wait "$WAIT"
previous=${PREVIOUS:-}
[ -n "$previous" ] || fetch_previous "$environment"
if [ -f "$previous" ]; then
  set -- "$@" --previous "$previous"
fi

rm -rf "${REPORTS:?}/$environment"
exec "$SMOKE" run "$SMOKE_CONFIG" --env "$environment" "$@" --output "$REPORTS/$environment"
