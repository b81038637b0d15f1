#!/bin/sh
# usage: ci/build.sh
#
# Builds Smoke Runner and runs all its tests. A pipeline of another page does not need it.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
./mvnw -B verify
