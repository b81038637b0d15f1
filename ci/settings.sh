# The settings of the scripts beside this one, which read it; nothing is run. Every one can be set in the environment.
#
#   BUILD_COMMAND          builds the page, e.g. 'npm ci && npm run build'; empty where SITE is there already
#   SITE                   the directory that is packed             (default smoke-configs/demo/healthy)
#   PACKAGE                the zip that is built, checked, uploaded (default build/site.zip); a directory will do
#   SMOKE_CONFIG           what is expected of the page             (default smoke-configs/signup.yaml)
#   SMOKE                  the smoke command                        (default ./smoke)
#   WAIT                   how long a release may take to arrive    (default 2m)
#   REPORTS                where reports go, a directory for each environment (default smoke-report)
#
#   STAGING_UPLOAD_TO      s3://BUCKET/PREFIX of an environment, its name in upper case: PRODUCTION_UPLOAD_TO
#   STAGING_PURGE          a command that lets the CDN forget the paths that it is given as "$@"; empty where there is none:
#                            aws cloudfront create-invalidation --distribution-id E2EXAMPLE --paths "$@"
#   STAGING_ACL            who may read what is uploaded, where the bucket does not say so: public-read; empty for the bucket's own
#   RELEASES               s3://BUCKET/PREFIX where the packages that were live are kept, to roll back to; not in a public bucket
#   RELEASES_KEPT          how many of each environment             (default 10)
#   S3_ENDPOINT            the store's address, where it is not AWS
#   S3_CLIENT              a client that understands 'aws s3'       (default aws)
#   CACHE_PAGES            Cache-Control of HTML                    (default max-age=60)
#   CACHE_ASSETS           of everything else                       (default max-age=300)
#   CACHE_FINGERPRINTED    of names with a fingerprint              (default max-age=31536000, immutable)
#
# Credentials are the client's own business: its environment variables, its profile, or the agent's role.
# shellcheck shell=sh disable=SC2034

: "${BUILD_COMMAND=}"
: "${SITE=smoke-configs/demo/healthy}"
: "${PACKAGE=build/site.zip}"
: "${SMOKE_CONFIG=smoke-configs/signup.yaml}"
: "${SMOKE=./smoke}"
: "${WAIT=2m}"
: "${REPORTS=smoke-report}"
: "${RELEASES=}"
: "${RELEASES_KEPT=10}"
: "${S3_ENDPOINT=}"
: "${S3_CLIENT=aws}"
: "${CACHE_PAGES=max-age=60}"
: "${CACHE_ASSETS=max-age=300}"
: "${CACHE_FINGERPRINTED=max-age=31536000, immutable}"

script=$(basename "$0")
# The scripts work in the folder above theirs, wherever they were called from.
self=ci/$script

say() { printf '%s: %s\n' "$script" "$*" >&2; }

# Usage errors are exit 2, as with the smoke command: nothing was done.
refuse() {
  say "$@"
  exit 2
}

fail() {
  say "$@"
  exit 1
}

# Prints the comment at the top of the script that calls it.
usage() { sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$self"; }

# An environment's own setting: setting staging UPLOAD_TO is the value of STAGING_UPLOAD_TO.
setting() {
  variable=$(printf '%s_%s' "$1" "$2" | tr 'a-z-' 'A-Z_')
  eval "printf '%s' \"\${$variable:-}\""
}

require_environment() {
  case ${1:-} in
    '' | [!A-Za-z]* | *[!A-Za-z0-9_-]*) refuse "expected the name of an environment, such as staging; got '${1:-}' (see $script --help)" ;;
  esac
}

require_package() {
  [ -e "$1" ] || refuse "expected a package at '$1', got none: run ci/build-package.sh, or name one with PACKAGE"
}

s3() {
  command -v "$S3_CLIENT" >/dev/null 2>&1 ||
    refuse "expected the client '$S3_CLIENT' on PATH: apt-get install awscli, or name another with S3_CLIENT"
  if [ -n "$S3_ENDPOINT" ]; then
    # Checksums that newer clients add by themselves are AWS's own: other stores refuse them.
    AWS_REQUEST_CHECKSUM_CALCULATION=when_required "$S3_CLIENT" s3 "$@" --endpoint-url "$S3_ENDPOINT"
  else
    "$S3_CLIENT" s3 "$@"
  fi
}

# Packs a directory as a zip.
pack() {
  # The JDK is there anyway, an archiver may not be.
  jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar
  "$jar" --create --no-manifest --file "$2" -C "$1" .
}

# Where the packages of an environment are kept that were live and passed.
kept_in() { printf '%s/%s/' "${RELEASES%/}" "$1"; }

# Leaves the names of the packages that are kept in $kept, the oldest first: the time, and a name where it was given one.
list_kept() {
  kept=''
  [ -n "$RELEASES" ] || return 0
  status=0
  listing=$(s3 ls "$(kept_in "$1")") || status=$?
  case $status in
    0) ;;
    1) return 0 ;; # The client's way to say that nothing has this name.
    *) fail "cannot look for $(kept_in "$1"): '$S3_CLIENT s3 ls' ended with $status" ;;
  esac
  # Whatever else lies there is nobody's release.
  kept=$(printf '%s\n' "$listing" | awk '{ print $NF }' |
    grep -E '^[0-9]{8}T[0-9]{6}Z(-[A-Za-z0-9._-]+)?\.zip$' | LC_ALL=C sort) || :
}

# Fetches a package that is kept: ENVIRONMENT NAME FILE.
fetch() {
  s3 cp "$(kept_in "$1")$2" "$3" --only-show-errors || fail "cannot fetch $(kept_in "$1")$2"
}

# What a package holds: the checksum and the name of each file. A zip also says when its files were made, so that two of the same
# files differ.
contents() {
  zip=$1
  if [ -d "$1" ]; then
    zip=$(mktemp -d)/site.zip
    pack "$1" "$zip"
  fi
  unzip -vqq "$zip" | awk '{ crc = $7; $1 = $2 = $3 = $4 = $5 = $6 = $7 = ""; print crc, $0 }' | LC_ALL=C sort
  if [ "$zip" != "$1" ]; then rm -r "$(dirname "$zip")"; fi
}

# Fetches the last one that is not PACKAGE itself, and leaves its place in $previous, beside PACKAGE, and its name in $fetched.
# There is no such file where none is kept yet: a first release.
fetch_previous() {
  previous=$(dirname "$PACKAGE")/previous-$1.zip
  fetched=''
  rm -f "$previous"
  list_kept "$1"
  now=$(contents "$PACKAGE")
  for name in $(printf '%s\n' "$kept" | LC_ALL=C sort -r); do
    fetch "$1" "$name" "$previous"
    fetched=$name
    if [ "$(contents "$previous")" != "$now" ]; then return 0; fi
    rm -f "$previous"
  done
}
