#!/bin/sh
# Installs what the tests need, a browser and Chinese fonts included, and runs all of them. Options go to pytest.
set -eu
cd "$(dirname "$0")/.."
. scripts/packages.sh
# What is exported and exemplified is opened with the programs that people open it with.
packages curl libreoffice-calc libreoffice-impress libreoffice-writer r-base-core
if [ -z "${CHROMIUM:-}" ]; then
  packages chromium fonts-noto-cjk
fi
scripts/install.sh requirements-dev.txt
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m ccnt_dash check
# One process for each core; a file stays with one of them, for it shares what it has built.
exec .venv/bin/python -m pytest -n logical --maxprocesses 4 --dist loadfile "$@"
