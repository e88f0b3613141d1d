"""How do the boundaries reach the browser? As they are in their folder, and as stripes for each reason of absence."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, abort, send_from_directory

from ccnt_dash.geography import striped
from ccnt_dash.views.paint import PATTERNS

JSON = "application/geo+json"
# Pattern, as Plotly names it for bars -> the directions of its stripes, in degrees.
DIRECTIONS = {"/": (45.0,), "-": (0.0,), "\\": (-45.0,), "|": (90.0,), "x": (45.0, -45.0)}


def serve_boundaries(server: Flask, folder: Path) -> None:
    """Serve /geo/<file> from `folder`, and /geo/<reason>/<file> with its areas striped."""

    @server.get("/geo/<path:name>", endpoint="boundaries")
    def found(name: str) -> Response:
        return send_from_directory(folder.resolve(), name, mimetype=JSON)

    for reason, pattern in PATTERNS.items():
        server.add_url_rule(
            f"/geo/{reason}/<path:name>",
            f"stripes-{reason}",
            lambda name, directions=DIRECTIONS[pattern]: _stripes(folder, name, directions),
        )


def boundaries(folder: Path, address: str) -> str:
    """The GeoJSON at an address of a figure, /geo/<file> or /geo/<reason>/<file>; OSError where there is none."""
    name = address.removeprefix("/geo/")
    reason, _, file = name.partition("/")
    path = folder / (file if reason in PATTERNS else name)
    if reason not in PATTERNS:
        return path.read_text("utf-8")
    return _striped(path, path.stat().st_mtime_ns, DIRECTIONS[PATTERNS[reason]])


def _stripes(folder: Path, name: str, directions: tuple[float, ...]) -> Response:
    known = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.geojson")}
    if name not in known:
        abort(404)
    return Response(_striped(known[name], known[name].stat().st_mtime_ns, directions), mimetype=JSON)


@lru_cache(maxsize=200)
def _striped(path: Path, changed: int, directions: tuple[float, ...]) -> str:
    return striped(path, directions)
