#!/bin/sh
# usage: ci/build-package.sh
#
# Builds the page with BUILD_COMMAND, if there is one, and packs the directory SITE as the zip PACKAGE.
# All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac

if [ -n "$BUILD_COMMAND" ]; then
  sh -euc "$BUILD_COMMAND" || fail "the build of the page failed: $BUILD_COMMAND"
fi
[ -f "$SITE/index.html" ] || refuse "expected the built page in SITE, got no '$SITE/index.html'"

mkdir -p "$(dirname "$PACKAGE")"
rm -f "$PACKAGE"
pack "$SITE" "$PACKAGE"
say "packed $SITE as $PACKAGE ($(find "$SITE" -type f | wc -l | tr -d ' ') files)"
