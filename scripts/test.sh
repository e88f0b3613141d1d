#!/bin/sh
# Installs what the tests need, a browser and Chinese fonts included, and runs all of them. Options go to pytest.
set -eu
cd "$(dirname "$0")/.."
. scripts/packages.sh
if [ -z "${CHROMIUM:-}" ]; then
  packages chromium fonts-noto-cjk
fi
scripts/install.sh requirements-dev.txt
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m ccnt_dash check
exec .venv/bin/python -m pytest "$@"
