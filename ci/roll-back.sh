#!/bin/sh
# usage: ci/roll-back.sh ENVIRONMENT
#
# Uploads the package that was live and passed before, and looks again. Exits as the smoke command does: 0 means that the
# environment works again, not that the release was good. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage && exit ;; esac
require_environment "${1:-}"
[ -n "$RELEASES" ] || refuse "expected s3://BUCKET/PREFIX in RELEASES, to take the package before from; got nothing (see ci/settings.sh)"
fetch_previous "$1"
[ -f "$previous" ] || fail "cannot roll $1 back: no package is kept at $(kept "$1"), so this was its first release"

# The look fetches the kept package again, as the one whose assets must still be served.
package=$(dirname "$PACKAGE")/rolled-back-$1.zip
mv "$previous" "$package"
say "rolling $1 back to $(kept "$1")"
ci/upload.sh "$1" "$package"
PACKAGE=$package REPORTS=$REPORTS/rolled-back ci/smoke.sh "$1"
say "$1 works again, with the package before"
