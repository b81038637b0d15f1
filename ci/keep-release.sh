#!/bin/sh
# usage: ci/keep-release.sh ENVIRONMENT [NAME]
#
# Keeps the package as the one that is live in an environment and passed there: what the next release may have to be rolled
# back to. Run it after ci/smoke.sh only. It is kept by the time, and by NAME, a version for example; of each environment the
# last RELEASES_KEPT are. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
require_environment "${1:-}"
require_package "$PACKAGE"
[ -n "$RELEASES" ] || refuse "expected s3://BUCKET/PREFIX in RELEASES, to keep $PACKAGE in; got nothing (see ci/settings.sh)"
case ${2:-} in
  *[!A-Za-z0-9._-]*) refuse "expected a name of letters, digits, '.', '_' and '-' for the release, got '$2'" ;;
esac
case $RELEASES_KEPT in
  '' | *[!0-9]* | 0 | 1) refuse "expected a number from 2 on in RELEASES_KEPT, got '$RELEASES_KEPT'" ;;
esac

package=$PACKAGE
if [ -d "$package" ]; then
  package=$(mktemp -d)/site.zip
  trap 'rm -rf "$(dirname "$package")"' EXIT
  pack "$PACKAGE" "$package"
fi
place=$(kept_in "$1")$(date -u +%Y%m%dT%H%M%SZ)${2:+-$2}.zip
s3 cp "$package" "$place" --only-show-errors || fail "cannot keep $PACKAGE as $place: the next release has no way back"
say "kept $PACKAGE as $place"

list_kept "$1"
count=$(printf '%s\n' "$kept" | wc -l)
for name in $kept; do
  if [ "$count" -le "$RELEASES_KEPT" ]; then break; fi
  s3 rm "$(kept_in "$1")$name" --only-show-errors || say "cannot remove the old $(kept_in "$1")$name"
  count=$((count - 1))
done
