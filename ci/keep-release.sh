#!/bin/sh
# usage: ci/keep-release.sh ENVIRONMENT
#
# Keeps the package as the one that is live in an environment and passed there: what the next release may have to be rolled
# back to. Run it after ci/smoke.sh only. All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage && exit ;; esac
require_environment "${1:-}"
require_package "$PACKAGE"
[ -n "$RELEASES" ] || refuse "expected s3://BUCKET/PREFIX in RELEASES, to keep $PACKAGE in; got nothing (see ci/settings.sh)"

s3 cp "$PACKAGE" "$(kept "$1")" --only-show-errors || fail "cannot keep $PACKAGE as $(kept "$1"): the next release has no way back"
say "kept $PACKAGE as $(kept "$1")"
