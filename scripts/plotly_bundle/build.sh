#!/usr/bin/env bash
# Builds assets/vendor/plotly-<version>.min.js: Plotly.js with only the trace
# types of index.js, as window.Plotly. Needs node 20 or later and npm with a
# registry; everything is installed into a temporary folder that is removed.
# No lockfile: exact versions stand in package.json.
#
#   scripts/plotly_bundle/build.sh            (PYTHON=... for another interpreter)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
out=${OUT:-$root/assets/vendor}

wanted=$(sed -n 's/.*"plotly\.js": "\([^"]*\)".*/\1/p' "$here/package.json")
reference=""
if [ -x "$python" ]; then
  installed=$("$python" -c 'from plotly.offline import get_plotlyjs_version as v; print(v())')
  if [ "$installed" != "$wanted" ]; then
    echo "package.json names plotly.js $wanted, the installed plotly brings $installed" >&2
    exit 1
  fi
  reference=$("$python" -c 'import pathlib, plotly; print(pathlib.Path(plotly.__file__).parent / "package_data" / "plotly.min.js")')
else
  echo "no Python at $python: version not compared with the installed plotly" >&2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/index.js" "$here/bundle.mjs" "$work/"
cd "$work"
# --ignore-scripts: nothing from the packages runs while installing.
npm install --ignore-scripts --no-package-lock --no-audit --no-fund --loglevel=error
node bundle.mjs "$out" "$reference"
