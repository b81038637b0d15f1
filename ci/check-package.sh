#!/bin/sh
# usage: ci/check-package.sh
#
# Looks at the page in the package before anything is uploaded. Exits as the smoke command does: 0 pass, 1 fail, 2 usage or
# config error, 3 inconclusive. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
require_package "$PACKAGE"

# The last run's report must not speak for this one, should this one end without any.
rm -rf "${REPORTS:?}/package"
exec "$SMOKE" run "$SMOKE_CONFIG" --env package --target "$PACKAGE" --output "$REPORTS/package"
