"""How do scripts, styles and geometry reach the browser? Compressed once, and kept there while they stay the same."""

from __future__ import annotations

import gzip
import hashlib
from threading import Lock

import brotli
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response, request

FOREVER = "public, max-age=31536000, immutable"
TEXT = ("text/", "application/json", "application/geo+json", "application/javascript", "image/svg+xml")
SMALLEST = 500
# Brotli's best takes two seconds for the charts' script, and is 3 % smaller than this.
QUALITY = 9


class Packed:
    """Compressed files by content and encoding, kept in memory: some forty files, two megabytes."""

    def __init__(self) -> None:
        """Nothing packed yet."""
        self._kept: dict[tuple[str, str], bytes] = {}
        self._lock = Lock()

    def pack(self, data: bytes, encoding: str) -> bytes:
        """`data` compressed as br or gzip, done once for each content."""
        key = (hashlib.sha256(data).hexdigest(), encoding)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = brotli.compress(data, quality=QUALITY) if encoding == "br" else gzip.compress(data, 9)
            return self._kept[key]


def install(app: Dash) -> None:
    """Serve the files of `app` packed, and those with a fingerprint in their address for ever."""
    packed, prefix = Packed(), app.config.routes_pathname_prefix
    suites, assets = f"{prefix}_dash-component-suites/", f"{prefix}assets/"
    boundaries = f"{prefix}geo/"

    def finish(response: Response) -> Response:
        if request.path == f"{prefix}_dash-layout":
            # The same address for every page: a browser that goes back must not take the layout of another one.
            response.headers["Cache-Control"] = "no-store"
        if (
            request.method != "GET"
            or response.status_code != 200
            or not request.path.startswith((suites, assets, boundaries))
        ):
            return response
        named = "m" in request.args or (request.path.startswith(suites) and check_fingerprint(request.path)[1])
        response.headers["Cache-Control"] = FOREVER if named else "no-cache"
        return _packed(response, packed)

    app.server.after_request(finish)


def _packed(response: Response, packed: Packed) -> Response:
    response.vary.add("Accept-Encoding")
    encoding = request.accept_encodings.best_match(["br", "gzip"])
    if encoding is None or not (response.mimetype or "").startswith(TEXT):
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) < SMALLEST:
        return response
    response.set_data(packed.pack(data, encoding))
    response.headers["Content-Encoding"] = encoding
    response.headers.pop("Accept-Ranges", None)
    response.set_etag(f"{hashlib.sha256(data).hexdigest()[:20]}-{encoding}")
    response.make_conditional(request)
    return response
