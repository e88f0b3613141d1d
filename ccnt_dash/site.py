"""What is the site made of? The Dash application with its page, its assets and its language."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from typing import Any
from urllib.parse import urlencode, urlsplit

from dash import Dash
from flask import Flask, has_request_context, request, send_from_directory

from ccnt_dash.answer import Answers
from ccnt_dash.api.feeds import BRIEFINGS, FEEDS
from ccnt_dash.api.feeds import TYPES as FEED_TYPES
from ccnt_dash.api.routes import serve_api
from ccnt_dash.boundaries import serve_boundaries
from ccnt_dash.filters import LONGEST_SEARCH, Filters
from ccnt_dash.look import Screen
from ccnt_dash.pages.about import about
from ccnt_dash.pages.address import Kind, Place, place
from ccnt_dash.pages.agents import offer
from ccnt_dash.pages.api import api
from ccnt_dash.pages.briefings import BRIEFING, briefings
from ccnt_dash.pages.callbacks import record, register
from ccnt_dash.pages.cascade import cascade
from ccnt_dash.pages.compare import COMPARE, compare
from ccnt_dash.pages.consistency import consistency
from ccnt_dash.pages.document import DOCUMENT
from ccnt_dash.pages.embed import serve_embeds
from ccnt_dash.pages.find import found
from ccnt_dash.pages.frame import FIND, PAGES, lost
from ccnt_dash.pages.handouts import serve_handouts
from ccnt_dash.pages.layout import overview
from ccnt_dash.pages.matrix import matrix
from ccnt_dash.pages.overview import OVERVIEW
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.profile import CITY, PROVINCE, national
from ccnt_dash.pages.review import serve_review
from ccnt_dash.pages.take import serve_files
from ccnt_dash.pages.targets import TARGETS, targets
from ccnt_dash.pages.versions import versions
from ccnt_dash.settings import Settings
from ccnt_dash.static import install
from ccnt_dash.store import Store
from ccnt_dash.story.editor import serve_editor
from ccnt_dash.story.routes import serve_stories
from ccnt_dash.texts import LANGUAGES, Words
from ccnt_dash.views.layers import GEOMETRY

ICON = "favicon.svg"
INDEX = """<!DOCTYPE html>
<html lang="__LANG__" data-theme="__THEME__">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{%title%}</title>
<meta name="description" content="__TELLS__">
<link rel="icon" href="__ICON__" type="image/svg+xml">
__PRELOAD__
__FEEDS__
{%css%}
</head>
<body>
{%app_entry%}
<noscript>__NOSCRIPT__</noscript>
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>"""

# What becomes smaller on its way; Parquet and Excel files and pictures are small already.
PACKED = [
    "text/html", "text/plain", "text/csv", "text/css", "text/javascript", "application/json", "application/geo+json",
    "application/feed+json", "application/atom+xml", "application/csvm+json", "image/svg+xml",
]  # fmt: skip

# Pages that answer to what the reader does, each with a callback of its own.
INTERACTIVE = (OVERVIEW, TARGETS, COMPARE)
LAYOUTS = {"/": overview, "/targets": targets, "/compare": compare}
# Pages that only tell.
PLAIN = {
    "/national": national,
    "/matrix": matrix,
    "/about": about,
    "/consistency": consistency,
    "/briefings": briefings,
    "/cascade": cascade,
    "/changes": versions,
    "/api": api,
}
# Pages of one record each, at /<kind>/<code>.
KINDS: dict[str, Kind] = {"province": PROVINCE, "city": CITY, "policy": DOCUMENT, "briefings": BRIEFING}

# Dash's table and its polyfill: nothing here uses the first, and regenerator-runtime in assets/vendor
# holds the one thing that Dash's own scripts need of the second.
UNUSED = re.compile(r'<script src="[^"]*/_dash-component-suites/dash/(?:deps/polyfill@|dash_table/)[^"]*"></script>\n?')


class Site(Dash):
    """A Dash application whose page is served in the language and theme of the address."""

    answers: Answers
    icon: str

    def index(self, *args: Any, **kwargs: Any) -> Any:
        """The page at an address; an address without a page says so, with status 404."""
        page = super().index(*args, **kwargs)
        return page if self._asked()[1] else (page, 404)

    def _asked(self) -> tuple[Reading, Place | None]:
        """The reader of this request, and the page she asks for."""
        filters = self.answers.understood(request.query_string.decode("utf-8", "replace"))
        reading = Reading(self.answers, filters)
        return reading, place(request.path, reading, KINDS)

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The page around the application: language, title and theme of the reader."""
        reading, asked = self._asked()
        words, filters = reading.words, reading.filters
        parts["scripts"] = UNUSED.sub("", parts["scripts"])
        named = asked.name if asked else words("nav.lost")
        parts["title"] = words("site.title") if request.path == "/" else escape(f"{named} · {words('site.title')}")
        parts["app_entry"] = (
            f'<div id="react-entry-point"><div class="_dash-loading">{words("site.loading")}</div></div>'
        )
        page = super().interpolate_index(**parts)
        told = {
            "__LANG__": LANGUAGES[words.lang],
            "__THEME__": filters.theme,
            "__PRELOAD__": _preload(filters) if request.path == "/" else "",
            "__FEEDS__": _feeds(filters, words, request.path),
            "__ICON__": self.icon,
            "__TELLS__": escape(asked.tells if asked else words("error.lost")),
            "__NOSCRIPT__": words("site.noscript"),
        }
        return re.sub("|".join(told), lambda found: told[found[0]], page)


def _preload(filters: Filters) -> str:
    """The boundaries, if the first thing drawn is the true map of the nation; a narrow screen begins with tiles."""
    if filters.inside or filters.face not in ("", "map"):
        return ""
    wide = "" if filters.face else ' media="(min-width: 901px)"'
    return f'<link rel="preload" href="{GEOMETRY}" as="fetch" crossorigin{wide}>'


def _feeds(filters: Filters, words: Words, path: str) -> str:
    """Where a feed reader finds what is new among the records that the page is about."""
    briefings = path.startswith("/briefings")
    names = ("lang",) if briefings else (*filters.narrowing(), "lang")
    query = escape(Filters(**{name: getattr(filters, name) for name in names}).to_query())
    return "\n".join(
        f'<link rel="alternate" type="{FEED_TYPES[form]}" href="/feeds/{name}.{form}{query}" '
        f'title="{escape(words(f"feed.{name}", site=words("site.title")))}">'
        for name, form in (BRIEFINGS if briefings else FEEDS)
    )


def create_app(settings: Settings) -> Site:
    """The application on the database that `settings` names.

    Raises StoreError if there is no readable database, OSError if an asset can't be read.
    """
    store = Store(settings.database, settings.threads)
    answers = Answers(store, settings.assets, settings.language, settings.geometry, settings.previous)
    server = _server()
    offer(answers)
    dash: Any = Site  # Dash's own hints leave out a ready server and update_title=None
    app: Site = dash(
        __name__,
        server=server,
        compress=True,
        assets_folder=str(settings.assets.resolve()),
        index_string=INDEX,
        update_title=None,
        health_endpoint="health",
        enable_mcp=True,
        assets_ignore=r"(review|present\w*|story_(edit\w*|list))\.(css|js)",  # only for the desk and for stories
        suppress_callback_exceptions=True,  # each page has the components of its own callback only
    )
    install(app)
    app.answers = answers
    # Within the page: Chromium asks for an icon of its own again at every change of the address.
    app.icon = "data:image/svg+xml;base64," + b64encode((settings.assets / ICON).read_bytes()).decode()
    app.layout = lambda: _page(answers, settings)
    _serve(server, answers, settings)
    for page in INTERACTIVE:
        register(app, answers, page)
    app.layout()  # what is spoiled is told now and not to the first reader, who also waits for less
    return app


def _serve(server: Flask, answers: Answers, settings: Settings) -> None:
    """Every address that is no page of Dash."""
    serve_boundaries(server, settings.geometry)
    serve_files(server, answers)
    serve_handouts(server, answers)
    serve_api(server, answers, PAGES)
    # Browsers ask for it on addresses that are no page, such as a file that is shown.
    server.add_url_rule("/favicon.ico", "icon", lambda: send_from_directory(settings.assets.resolve(), ICON))
    server.add_url_rule(FIND, view_func=lambda: _found(answers), endpoint="find")
    serve_embeds(server, answers, settings)
    for serve in (serve_review, serve_stories, serve_editor):
        serve(server, answers, settings)


def _server() -> Flask:
    server = Flask(__name__)
    server.config["COMPRESS_ALGORITHM"] = server.config["COMPRESS_ALGORITHM_STREAMING"] = ["br", "gzip"]
    server.config["COMPRESS_BR_LEVEL"] = 5  # a tenth smaller than the default, and as quick
    server.config["COMPRESS_MIMETYPES"] = PACKED
    return server


def _found(answers: Answers) -> dict[str, Any]:
    # Cut before it is read, so that a text of any length leaves language and theme as they are.
    asked = {"search": request.args.get("q", "")[:LONGEST_SEARCH]}
    kept = {name: request.args[name][:LONGEST_SEARCH] for name in ("lang", "theme") if name in request.args}
    return found(Reading(answers, answers.understood(urlencode({**asked, **kept}))))


def _page(answers: Answers, settings: Settings) -> Any:
    # Dash asks for the layout in a second request, which names the page's address as its referrer.
    # Dash also asks once while it starts, outside of any request.
    asked = urlsplit((request.referrer if has_request_context() else "") or "")
    address = f"?{asked.query}" if asked.query else ""
    filters = answers.understood(address)
    screen = Screen.read(request.cookies.get("screen")) if has_request_context() else Screen()
    origin = f"{asked.scheme}://{asked.netloc}" if asked.netloc else ""
    reading = Reading(answers, filters, screen, origin=origin)
    path = asked.path or "/"
    if path in LAYOUTS:
        return LAYOUTS[path](reading, settings, record(answers, filters, address, str(screen)))
    if path in PLAIN:
        return PLAIN[path](reading)
    found = place(path, reading, KINDS)
    return KINDS[found.kind].draw(reading, found.code) if found else lost(reading)
