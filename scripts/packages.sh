# Sourced by other scripts: installs system packages that are missing, with Debian's apt-get.
packages() {
  missing=""
  for name in "$@"; do
    dpkg -s "$name" >/dev/null 2>&1 || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || { echo "please install:$missing" >&2; return 1; }
  root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  $root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
