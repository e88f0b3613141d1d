"""How does one view stand alone, in a frame on somebody else's page?"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.look import Screen
from ccnt_dash.pages.listed import listed
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.sheet import GRAPH
from ccnt_dash.settings import Settings
from ccnt_dash.taking.extract import TAKEN, Extract, extract
from ccnt_dash.texts import LANGUAGES, Words
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
CHART = """<div id="chart" class="frame" role="group" aria-label="{title}" data-asks="{asks}" data-failed="{failed}"
{leads}></div>
<ul id="key"></ul>"""
SCRIPTS = '<script defer src="{plotly}"></script>\n<script defer src="/assets/charts.js"></script>\n'
SCRIPTS += '<script defer src="/assets/embedded.js"></script>\n'
# Charts whose marks stand for documents.
OF_DOCUMENTS = ("cascade", "network", "paces")


def serve_embeds(server: Flask, answers: Answers, settings: Settings) -> None:
    """Answer /embed/<view>, and let every other page be framed by this site only."""
    plotly = plotly_of(settings.assets)

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


def plotly_of(assets: Path) -> str:
    """The address of the script that draws charts where no Dash is; "" where there is none."""
    return next((f"/assets/vendor/{path.name}" for path in (assets / "vendor").glob("plotly-*.min.js")), "")


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
    if not is_chart(drawn):
        return None
    return {**bare(drawn), "config": GRAPH, "key": signs(around(drawn))}


def around(drawn: Any) -> dict[str, Any]:
    """What stands around a chart; nothing where it is none."""
    return notes(drawn) if is_chart(drawn) else {}


def signs(meta: dict[str, Any]) -> list[dict[str, str]]:
    """What colours, patterns and signs of the chart mean."""
    found = [each for name in KEYED for each in meta.get(name, [])]
    return [{name: each.get(name, "") for name in ("label", "colour", "pattern", "marker")} for each in found]


def embedded(reading: Reading, view: str, plotly: str, approval: str = "") -> str:
    """The whole page of one view: title, choices, chart or table, sources and the way to the full page."""
    words = reading.words
    held = extract(reading.answers, TAKEN[view], reading.filters)
    chart = is_chart(reading.drawn(view))
    title = escape(held.title)
    query = reading.filters.to_query()
    asks = escape(f"{EMBED}{view}/figure{query}")
    content = CHART.format(title=title, asks=asks, failed=escape(words("error.failed")), leads=_leads(held, reading))
    return PAGE.format(
        lang=LANGUAGES[words.lang],
        theme=reading.filters.theme or reading.screen.theme,
        title=title,
        choices=escape(held.sentence),
        scripts=SCRIPTS.format(plotly=plotly) if chart else "",
        content=content if chart else _told_of(held, reading),
        sources=_told(held, reading, approval),
        page=escape(held.page),
        open=escape(words("embed.open")),
    )


def _leads(held: Extract, reading: Reading) -> str:
    """Where a mark of the chart leads: to the page of its document, or to the full page with the mark chosen."""
    told = {"leads": held.page, "writes": TAKEN[held.view].writes or ""}
    if held.view in OF_DOCUMENTS:
        told |= {"opens": "/policy/", "kept": reading.kept}
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())


def _lost(words: Words) -> str:
    """What stands in a frame whose view is not known."""
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[words.lang]}"><title>404</title><p>{escape(words("error.lost"))}</p>'
    )


def is_chart(drawn: Any) -> bool:
    """Is what a view draws a figure?"""
    return isinstance(drawn, dict) and "data" in drawn and "layout" in drawn


def _told_of(held: Extract, reading: Reading) -> str:
    """What is shown of a view that is no chart."""
    drawn, words = reading.drawn(held.view), reading.words
    if not drawn:
        return f"<p>{escape(words('embed.empty'))}</p>"
    return "".join(_policy(each, reading) for each in drawn) if held.view == "policy" else _table(held, reading)


def _table(held: Extract, reading: Reading) -> str:
    words = reading.words
    found = listed(held, reading.drawn(held.view), words)
    head = "".join(f"<th scope=col>{escape(heading)}" for heading in found.headings.values())
    shown = found.records[:MOST_ROWS]
    body = "\n".join("<tr>" + "".join(f"<td>{_cell(record.get(name))}" for name in found.headings) for record in shown)
    more = found.total - len(shown)
    told = escape(words("embed.more", n=words.number(more)))
    note = f'<p class=choices><a href="{escape(held.page)}" target="_blank" rel="noopener">{told}</a></p>'
    empty = "" if shown else f"<p>{escape(words('embed.empty'))}</p>"
    table = f'<div class="scrolls" tabindex="0"><table><tr>{head}\n{body}</table>{empty}</div>'
    return table + (note if more > 0 else "")


def _policy(record: dict[str, Any], reading: Reading) -> str:
    """A policy with its facts, and its targets with the sentences they come from."""
    page = escape(f"/policy/{record['key']}{reading.kept}")
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(fact)}</dd></div>" for name, fact in record["facts"])
    targets = "".join(_target(each, reading.words) for each in record["targets"])
    told = f"<ol class=targets>{targets}</ol>" if targets else f"<p>{escape(reading.words('policy.no_targets'))}</p>"
    return (
        f'<article class=scrolls tabindex="0"><h2><a href="{page}" target="_blank" rel="noopener">'
        f"{escape(record['title'])}</a></h2><dl class=facts>{facts}</dl>{told}</article>"
    )


def _target(target: dict[str, str], words: Words) -> str:
    fields = ("year", "value", "kind", "sector", "strictness", "state")
    said = words("list.dot").join(target[name] for name in fields if target[name])
    quote = f'<blockquote lang="{LANGUAGES[target["quote_lang"]]}"><q>{escape(target["quote"])}</q></blockquote>'
    return f"<li><p class=promise>{escape(said)}</p><p>{escape(target['statement'])}</p>{quote}</li>"


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
    boundaries = around(reading.drawn(held.view)).get("boundaries", "")
    mapped = words("map.source", source=boundaries) if boundaries else ""
    number = words("map.approval", number=approval) if boundaries and approval else ""
    return escape(" ".join(part for part in (told, mapped, number) if part))
