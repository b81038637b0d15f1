#!/bin/sh
# usage: ci/upload.sh ENVIRONMENT [PACKAGE]
#
# Uploads the package (or another zip or directory) to the bucket of an environment: first what has a fingerprint in its name,
# then all other assets, the pages last, so that no page ever names what is not there. Nothing is deleted: pages that are open
# or cached still ask for the assets of the release before. Then the CDN is told to forget the pages, and the assets whose
# names stay. What has a fingerprint, and which type a file has, 'smoke list' says: by the rules of the checks. All settings
# are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage; exit ;; esac
require_environment "${1:-}"
environment=$1
package=${2:-$PACKAGE}
require_package "$package"
bucket=$(setting "$environment" UPLOAD_TO)
case $bucket in
  s3://?*) ;;
  *) refuse "expected s3://BUCKET or s3://BUCKET/PREFIX as the place to upload $environment to, got '$bucket' (see ci/settings.sh)" ;;
esac
bucket=${bucket%/}
acl=$(setting "$environment" ACL)
# The path that visitors ask for is the key's: the prefix after the bucket's name, and the file.
path=${bucket#s3://}
case $path in */*) path=/${path#*/}/ ;; *) path=/ ;; esac

cache_control() {
  case $1 in
    *-page) echo "$CACHE_PAGES" ;;
    *-asset) echo "$CACHE_ASSETS" ;;
    *) echo "$CACHE_FINGERPRINTED" ;;
  esac
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# KIND, TYPE, FILE and how a URL writes that, with tabs between them. A package that must not be unpacked is refused here, before it is.
"$SMOKE" list "$package" >"$work/files"
if [ -d "$package" ]; then
  cp -RL "$package" "$work/package"
else
  unzip -q "$package" -d "$work/package" || fail "cannot unpack $package"
fi

# One upload for each turn and type: WORK/turns/TURN/TYPE/FILE.
tab=$(printf '\t')
while IFS=$tab read -r kind type file _; do
  case $kind in fingerprinted) turn=1-fingerprinted ;; page) turn=3-page ;; *) turn=2-asset ;; esac
  place=$work/turns/$turn/$(printf '%s' "$type" | tr '/' '~')/$file
  mkdir -p "$(dirname "$place")"
  mv "$work/package/$file" "$place"
done <"$work/files"

for turn in "$work"/turns/*; do
  for group in "$turn"/*; do
    s3 cp "$group" "$bucket/" --recursive --only-show-errors --no-guess-mime-type \
      --content-type "$(basename "$group" | tr '~' '/')" \
      --cache-control "$(cache_control "$(basename "$turn")")" ${acl:+--acl "$acl"} ||
      fail "the upload to $bucket broke off: run it again, or roll back with ci/roll-back.sh $environment"
  done
done
say "uploaded $(wc -l <"$work/files" | tr -d ' ') files of $package to $bucket"

# The paths of what keeps its name from release to release.
names_that_stay() {
  while IFS=$tab read -r kind _ _ url; do
    if [ "$kind" = fingerprinted ]; then continue; fi
    printf '%s\n' "$path$url"
    # Most CDNs keep a folder and its page apart.
    case /$url in */index.html) printf '%s\n' "$path${url%index.html}" ;; esac
  done <"$work/files"
}

purge=$(setting "$environment" PURGE)
if [ -n "$purge" ]; then
  names_that_stay >"$work/names"
  set --
  while IFS= read -r name; do set -- "$@" "$name"; done <"$work/names"
  sh -euc "$purge" purge "$@" || fail "the upload is there, but the CDN was not told: $purge"
  say "told the CDN to forget $# paths"
fi
