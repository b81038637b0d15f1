#!/bin/sh
# usage: ci/roll-back.sh ENVIRONMENT [NAME]
#
# Uploads a package that was live and passed before, and looks again: the last one that is not the PACKAGE that is live now, or
# the one kept by that NAME. Exits as the smoke command does: 0 means that the environment works again, not that the release
# was good. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
require_environment "${1:-}"
wanted=${2:-}
[ -n "$RELEASES" ] || refuse "expected s3://BUCKET/PREFIX in RELEASES, to take the package before from; got nothing (see ci/settings.sh)"
list_kept "$1"
[ -n "$kept" ] || fail "cannot roll $1 back: no package is kept at $(kept_in "$1"), so this was its first release"
all=$(printf '%s\n' "$kept" | LC_ALL=C sort -r | tr '\n' ' ')

package=$(dirname "$PACKAGE")/rolled-back-$1.zip
mkdir -p "$(dirname "$package")"
if [ -n "$wanted" ]; then
  fetched=''
  for name in $all; do
    case $name in "$wanted" | "$wanted.zip" | *Z-"$wanted.zip") fetched=$name && break ;; esac
  done
  [ -n "$fetched" ] || refuse "expected a release that is kept, the newest first: ${all}got '$wanted'"
  fetch "$1" "$fetched" "$package"
else
  # Without it nobody knows which of them is live now.
  [ -e "$PACKAGE" ] || refuse "expected the package that is live now in PACKAGE, or the name of one to go back to: $all"
  fetch_previous "$1"
  [ -f "$previous" ] || fail "cannot roll $1 back: the only package kept at $(kept_in "$1") is the one that is live, $PACKAGE"
  mv "$previous" "$package"
fi
say "rolling $1 back to $(kept_in "$1")$fetched"
ci/upload.sh "$1" "$package"
# What is kept says nothing about what was live between: the look compares the package with itself.
PACKAGE=$package PREVIOUS=$package REPORTS=$REPORTS/rolled-back ci/smoke.sh "$1"
say "$1 works again, with the package before"

# What was kept after it did not do: nobody rolls back to that any more. It stays beside, to be looked at.
for name in $(printf '%s\n' "$kept" | LC_ALL=C sort -r); do
  if [ "$name" = "$fetched" ]; then break; fi
  s3 mv "$(kept_in "$1")$name" "$(kept_in "$1")rolled-back/$name" --only-show-errors ||
    fail "cannot put $(kept_in "$1")$name aside: the next roll-back would go to it"
done
