"""How does one view stand alone, in a frame on somebody else's page?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from flask import Flask, Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.look import Screen
from ccnt_dash.pages.compare import COMPARE
from ccnt_dash.pages.compare import WIDTHS as TWIN
from ccnt_dash.pages.consistency import LISTS
from ccnt_dash.pages.grid import COLUMNS
from ccnt_dash.pages.overview import OVERVIEW
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.sheet import GRAPH
from ccnt_dash.pages.targets import TARGETS
from ccnt_dash.pages.targets import WIDTHS as PROGRESS
from ccnt_dash.settings import Settings
from ccnt_dash.taking.extract import TAKEN, Extract, extract
from ccnt_dash.texts import LANGUAGES, Words
from ccnt_dash.views import CONSISTENCY, MATRICES
from ccnt_dash.views.base import bare, notes

# The address of an embedded view begins so; only such addresses may be framed elsewhere.
EMBED = "/embed/"
# More rows than a frame is read for; the page holds all.
MOST_ROWS = 100
MOST_SOURCES = 2
# Parts of what stands around a figure that explain its colours and signs.
KEYED = ("legend", "places", "states", "levels")
PAGE = """<!DOCTYPE html>
<html lang="{lang}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/theme.css">
<link rel="stylesheet" href="/assets/layout.css">
<link rel="stylesheet" href="/assets/embed.css">
{scripts}</head>
<body class="embedded">
<main>
<h1>{title}</h1>
<p class="choices">{choices}</p>
{content}
</main>
<footer><span>{sources}</span> <a href="{page}" target="_blank" rel="noopener">{open}</a></footer>
</body>
</html>
"""
CHART = """<div id="chart" role="img" aria-label="{title}" data-asks="{asks}" data-failed="{failed}"></div>
<ul id="key"></ul>"""
SCRIPTS = '<script defer src="{plotly}"></script>\n<script defer src="/assets/embedded.js"></script>\n'


def serve_embeds(server: Flask, answers: Answers, settings: Settings) -> None:
    """Answer /embed/<view>, and let every other page be framed by this site only."""
    plotly = next((f"/assets/vendor/{path.name}" for path in (settings.assets / "vendor").glob("plotly-*.min.js")), "")

    def page(view: str) -> tuple[str, int]:
        reading = _reading(answers)
        return (
            (embedded(reading, view, plotly, settings.map_approval), 200)
            if view in TAKEN
            else (_lost(reading.words), 404)
        )

    def figure(view: str) -> Response:
        told = _figure(_reading(answers), view) if view in TAKEN else None
        return Response(json.dumps(told, ensure_ascii=False), 200 if told else 404, mimetype="application/json")

    server.add_url_rule(f"{EMBED}<view>", view_func=page, endpoint="embed")
    server.add_url_rule(f"{EMBED}<view>/figure", view_func=figure, endpoint="embedded-figure")
    server.after_request(_framed)


def _reading(answers: Answers) -> Reading:
    filters = answers.understood(request.query_string.decode("utf-8", "replace"))
    return Reading(answers, filters, Screen.read(request.args.get("screen")))


def _framed(response: Response) -> Response:
    anywhere = request.path.startswith(EMBED)
    response.headers["Content-Security-Policy"] = "frame-ancestors *" if anywhere else "frame-ancestors 'self'"
    if not anywhere:
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _figure(reading: Reading, view: str) -> dict[str, Any] | None:
    """The chart of a view for a screen, with what Plotly must know to draw it; None where it is no chart."""
    drawn = reading.drawn(view)
    if not _is_chart(drawn):
        return None
    return {**bare(drawn), "config": GRAPH, "key": _key(_meta(drawn))}


def _meta(drawn: Any) -> dict[str, Any]:
    return notes(drawn) if _is_chart(drawn) else {}


def _key(meta: dict[str, Any]) -> list[dict[str, str]]:
    """What colours, patterns and signs of the chart mean."""
    found = [each for name in KEYED for each in meta.get(name, [])]
    return [{name: each.get(name, "") for name in ("label", "colour", "pattern", "marker")} for each in found]


def embedded(reading: Reading, view: str, plotly: str, approval: str = "") -> str:
    """The whole page of one view: title, choices, chart or table, sources and the way to the full page."""
    words = reading.words
    held = extract(reading.answers, TAKEN[view], reading.filters)
    chart = _is_chart(reading.drawn(view))
    title = escape(held.title)
    query = reading.filters.to_query()
    asks = escape(f"{EMBED}{view}/figure{query}")
    content = CHART.format(title=title, asks=asks, failed=escape(words("error.failed")))
    return PAGE.format(
        lang=LANGUAGES[words.lang],
        theme=reading.filters.theme or reading.screen.theme,
        title=title,
        choices=escape(held.sentence),
        scripts=SCRIPTS.format(plotly=plotly) if chart else "",
        content=content if chart else _table(reading, view, held),
        sources=_told(held, reading, approval),
        page=escape(f"{home(view)}{query}"),
        open=escape(words("embed.open")),
    )


def home(view: str) -> str:
    """The address of the page that shows the view with its controls."""
    if view in {each.id for each in CONSISTENCY}:
        return "/consistency"
    if view in {each.id for each in MATRICES}:
        return "/matrix"
    if view == "twin":
        return COMPARE.path
    pages = (OVERVIEW, TARGETS, COMPARE)
    return next((page.path for page in pages if view in page.asked), OVERVIEW.path)


def _lost(words: Words) -> str:
    """What stands in a frame whose view is not known."""
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[words.lang]}"><title>404</title><p>{escape(words("error.lost"))}</p>'
    )


def _is_chart(drawn: Any) -> bool:
    return isinstance(drawn, dict) and "data" in drawn and "layout" in drawn


def _table(reading: Reading, view: str, held: Extract) -> str:
    headings, records = _columns(reading, view, held)
    head = "".join(f"<th scope=col>{escape(heading)}" for heading in headings.values())
    body = "\n".join(
        "<tr>" + "".join(f"<td>{_cell(record.get(name))}" for name in headings) for record in records[:MOST_ROWS]
    )
    words = reading.words
    more = len(records) - MOST_ROWS
    note = f"<p class=choices>{escape(words('embed.more', n=words.number(more)))}</p>" if more > 0 else ""
    empty = "" if records else f"<p>{escape(words('table.empty'))}</p>"
    return f'<div class="scrolls" tabindex="0"><table><tr>{head}\n{body}</table>{empty}{note}</div>'


def _columns(reading: Reading, view: str, held: Extract) -> tuple[dict[str, str], Sequence[Any]]:
    """Columns with their headings and the records: as the page shows them where it shows a list, else as taken away."""
    words, drawn = reading.words, reading.drawn(view)
    if view == "table":
        return {name: words(f"table.{name}") for name in COLUMNS}, drawn["rows"]
    if view == "progress":
        return {name: words(f"progress.{name}") for name in PROGRESS}, drawn["rows"]
    if view == "twin":
        return {name: words(f"twin.{name}") for name in TWIN}, drawn
    if view in LISTS:
        return {name: words(f"consistency.{name}") for name in LISTS[view]}, drawn
    return {column.name: column.name for column in held.columns}, held.rows


def _cell(value: Any) -> str:
    return "" if value is None else escape(f"{value:g}" if isinstance(value, float) else str(value))


def _told(held: Extract, reading: Reading, approval: str) -> str:
    """Site, data set, sources and, under a map, its boundaries with their approval number."""
    words = reading.words
    titles = [words.of(source, "title") for source in held.sources]
    more = len(titles) - MOST_SOURCES
    rest = [words("embed.rest", n=words.number(more))] if more > 0 else []
    named = words.listed([*titles[:MOST_SOURCES], *rest])
    told = words("embed.told" if named else "embed.data", site=words("site.title"), version=held.version, sources=named)
    boundaries = _meta(reading.drawn(held.view)).get("boundaries", "")
    mapped = words("map.source", source=boundaries) if boundaries else ""
    number = words("map.approval", number=approval) if boundaries and approval else ""
    return escape(" ".join(part for part in (told, mapped, number) if part))
