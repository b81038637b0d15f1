#!/bin/sh
# usage: ci/upload.sh ENVIRONMENT [ZIP]
#
# Uploads the package (or another zip) to the bucket of an environment: first what has a fingerprint in its name, then all other
# assets, the pages last, so that no page ever names what is not there. Nothing is deleted: pages that are open or cached
# still ask for the assets of the release before. Then the CDN is told to forget the pages, and the assets whose names stay.
# All settings are in ci/settings.sh.
set -eu
cd "$(dirname "$0")/.."
. ci/settings.sh

case ${1:-} in -h | --help) usage && exit ;; esac
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
# The path that visitors ask for is the key's: the prefix after the bucket's name, and the file.
path=${bucket#s3://}
case $path in */*) path=/${path#*/}/ ;; *) path=/ ;; esac

content_type() {
  case $1 in
    *.html | *.htm) echo 'text/html; charset=utf-8' ;;
    *.js | *.mjs) echo 'text/javascript; charset=utf-8' ;;
    *.css) echo 'text/css; charset=utf-8' ;;
    *.json | *.map) echo 'application/json' ;;
    *.webmanifest) echo 'application/manifest+json' ;;
    *.xml) echo 'application/xml' ;;
    *.txt) echo 'text/plain; charset=utf-8' ;;
    *.svg) echo 'image/svg+xml' ;;
    *.png) echo 'image/png' ;;
    *.jpg | *.jpeg) echo 'image/jpeg' ;;
    *.gif) echo 'image/gif' ;;
    *.webp) echo 'image/webp' ;;
    *.avif) echo 'image/avif' ;;
    *.ico) echo 'image/x-icon' ;;
    *.woff2) echo 'font/woff2' ;;
    *.woff) echo 'font/woff' ;;
    *.ttf) echo 'font/ttf' ;;
    *.mp4) echo 'video/mp4' ;;
    *.webm) echo 'video/webm' ;;
    *.wasm) echo 'application/wasm' ;;
    *.pdf) echo 'application/pdf' ;;
    *) echo 'application/octet-stream' ;;
  esac
}

# A name with eight hexadecimal digits or more, or with six before the extension, changes whenever its bytes do.
has_fingerprint() {
  printf '%s\n' "$1" | grep -Eq '[-._][0-9a-fA-F]{6,}\.[^/]*$|[-._][0-9a-fA-F]{8,}[-._/]'
}

turn() {
  case $1 in
    *.html | *.htm) echo 3-page ;;
    *) if has_fingerprint "$1"; then echo 1-fingerprinted; else echo 2-asset; fi ;;
  esac
}

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
unzip -q "$package" -d "$work/package"

# One upload for each turn and type: WORK/turns/TURN/TYPE/FILE.
(cd "$work/package" && find . -type f) | sed 's|^\./||' | LC_ALL=C sort >"$work/files"
while IFS= read -r file; do
  place=$work/turns/$(turn "$file")/$(content_type "$file" | tr '/' '~')/$file
  mkdir -p "$(dirname "$place")"
  mv "$work/package/$file" "$place"
done <"$work/files"

for turn in "$work"/turns/*; do
  for group in "$turn"/*; do
    s3 cp "$group" "$bucket/" --recursive --only-show-errors --no-guess-mime-type \
      --content-type "$(basename "$group" | tr '~' '/')" \
      --cache-control "$(cache_control "$(basename "$turn")")" ||
      fail "the upload to $bucket broke off: run it again, or roll back with ci/roll-back.sh $environment"
  done
done
say "uploaded $(wc -l <"$work/files" | tr -d ' ') files of $package to $bucket"

# The paths of what keeps its name from release to release, as URLs have them.
names_that_stay() {
  while IFS= read -r file; do
    if has_fingerprint "$file"; then continue; fi
    printf '%s\n' "$path$file"
    # Most CDNs keep a folder and its page apart.
    case /$file in */index.html) printf '%s\n' "$path${file%index.html}" ;; esac
  done <"$work/files" | sed 's/%/%25/g; s/ /%20/g; s/#/%23/g; s/?/%3F/g'
}

purge=$(setting "$environment" PURGE)
if [ -n "$purge" ]; then
  names_that_stay >"$work/names"
  set --
  while IFS= read -r name; do set -- "$@" "$name"; done <"$work/names"
  sh -euc "$purge" purge "$@" || fail "the upload is there, but the CDN was not told: $purge"
  say "told the CDN to forget $# paths"
fi
