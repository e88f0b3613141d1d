#!/bin/sh
# Installs what serving needs, builds the database if it is missing or outdated, and serves. Options go to app.py.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh requirements.txt
exec .venv/bin/python app.py "$@"
