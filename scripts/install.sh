#!/bin/sh
# Makes .venv with the packages of a requirements file: scripts/install.sh requirements.txt
# Where Python's venv module is a package of its own (Debian, Ubuntu), that is installed first.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON to it" >&2; exit 1; }
if [ ! -x .venv/bin/pip ]; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    . scripts/packages.sh
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    packages "python$version-venv"
  fi
  "$python" -m venv .venv
fi
.venv/bin/pip install --quiet --disable-pip-version-check -r "$1"
