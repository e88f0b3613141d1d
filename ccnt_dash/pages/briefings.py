"""What is on the page of briefings: a form for one, the issue with its files, and the issues that were kept?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.briefing import FORMATS, Issue, briefed, of_issue
from ccnt_dash.briefing.issue import Bars, Item, Section, Sentence
from ccnt_dash.briefing.make import chosen, pictured
from ccnt_dash.briefing.period import period
from ccnt_dash.filters import Filters
from ccnt_dash.pages import frame
from ccnt_dash.pages.address import Kind
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.still import chart
from ccnt_dash.texts import LANGUAGES
from ccnt_dash.views.base import notes

HERE = "/briefings"
MONTH = "[0-9]{4}-[0-9]{2}"
FEEDS = ("/feeds/briefings.atom", "/feeds/briefings.json")


def briefings(reading: Reading) -> Component:
    """The page: the issue of the address if it names a period, a form, and the archive."""
    words, filters = reading.words, reading.filters
    found = briefed(reading.answers, filters) if asked(filters) else None
    told = _issue(reading, found, filters, f"{HERE}.") if found else []
    wrong = bool(filters.start or filters.end) and not found
    sections = [*told, _make(reading, wrong), _archive(reading)]
    return frame.sectioned(reading, HERE, found.title if found else words("nav.briefings"), sections)


def asked(filters: Filters) -> bool:
    """Do the choices name a period?"""
    return bool(filters.start and filters.end and filters.start <= filters.end)


def _names(reading: Reading, code: str) -> str | None:
    row = next((row for row in reading.drawn("issues") if row["issue"] == code), None)
    return reading.words.of(row, "title") if row else None


def _tells(reading: Reading, code: str) -> str:
    return str(reading.words("briefings.tells", title=_names(reading, code)))


def _kept(reading: Reading, code: str) -> Component:
    """The page of an issue that was kept."""
    found = of_issue(reading.answers, code, reading.words.lang)
    if found is None:
        return frame.lost(reading)
    issue, filters = found
    filters = replace(filters, theme=reading.filters.theme)
    other = html.P(html.A(reading.words("briefings.other"), href=f"{HERE}{reading.kept}"))
    last = frame.Section("other", reading.words("briefings.archive"), [other])
    sections = [*_issue(reading, issue, filters, f"{HERE}/{code}."), last]
    return frame.sectioned(reading, f"{HERE}/{code}", issue.title, sections)


BRIEFING = Kind(_names, _tells, _kept)


def _issue(reading: Reading, issue: Issue, filters: Filters, files: str) -> list[frame.Section]:
    """The sections of an issue; its files are at `files` and the format."""
    overview = frame.Section("overview", reading.words("briefings.overview"), _overview(reading, issue, filters, files))
    parts = [
        frame.Section(f"part-{at}", part, _part(list(sections), issue, reading))
        for at, (part, sections) in enumerate(groupby(issue.sections, key=lambda each: each.part))
    ]
    lines = [html.P(line) for line in issue.about]
    sources = html.Ul([html.Li(line) for line in issue.sources])
    about = [*lines, html.H3(issue.word("sources")), sources]
    return [overview, *parts, frame.Section("sources", issue.word("about"), about)]


def _overview(reading: Reading, issue: Issue, filters: Filters, files: str) -> Children:
    """What the issue holds, its files, its map and its charts."""
    words = reading.words
    query = replace(filters, lang=words.lang).to_query() if files == f"{HERE}." else Filters(lang=words.lang).to_query()
    links = [
        html.A(words(f"briefings.form.{form}"), href=f"{files}{form}{query}", className="button plain")
        for form in FORMATS
    ]
    lead = html.P([part for each in issue.lead for part in (*_spans(each, reading), issue.joint)], className="lead")
    take = html.Div([html.Span(words("briefings.take"), className="kicker"), *links], className="row")
    if not issue.tiles:
        return [lead, take]
    place = replace(reading, filters=pictured(issue, replace(filters, theme=reading.filters.theme)))
    source = words("map.source", source=notes(place.drawn("map"))["boundaries"])
    drawn = [html.P(issue.tiles.title, className="chart-title"), chart(place, "map", opens="/province/")]
    picture = html.Div([*drawn, html.P(source, className="hint")])
    return [
        lead,
        take,
        html.Div([picture, html.Div([_bars(bars) for bars in issue.bars])], className="beside brief-charts"),
    ]


def _bars(bars: Bars) -> Component:
    """A small chart of bars, as a list that is read as well as seen."""
    longest = max(bar.length for bar in bars.bars)
    lines = [
        html.Li(
            [
                html.Span(bar.name),
                html.Span(
                    [
                        html.Span(
                            className="bar",
                            style={"width": f"{80 * bar.length / longest:.1f}%", "background": bar.colour},
                        ),
                        bar.label,
                    ]
                ),
            ]
        )
        for bar in bars.bars
    ]
    return html.Figure([html.Figcaption(bars.title, className="chart-title"), html.Ul(lines, className="brief-bars")])


def _part(sections: list[Section], issue: Issue, reading: Reading) -> Children:
    told: Children = []
    for section in sections:
        told += [html.H3(section.name)] if section.name else []
        told += [_item(item, issue, reading) for item in section.items]
    return told


def _item(item: Item, issue: Issue, reading: Reading) -> Component:
    """What is told of a record: a paragraph, bullets, a quote."""
    edited = [html.Em(issue.word("edited")), " · "] if item.state == "rewritten" else []
    paragraph: Children = [*edited]
    for each in item.sentences:
        paragraph += [*_spans(each, reading), issue.joint]
    told: Children = [html.P(paragraph)]
    if item.bullets:
        told.append(html.Ul([html.Li(_spans(each, reading)) for each in item.bullets], className="bullets"))
    if item.quote:
        told.append(html.Blockquote(html.Q(item.quote.text), lang=LANGUAGES[item.quote.lang]))
    return html.Div(told, className="brief-item")


def _spans(sentence: Sentence, reading: Reading) -> Children:
    return [html.A(span.text, href=_href(span.link, reading)) if span.link else span.text for span in sentence.spans]


def _href(link: str, reading: Reading) -> str:
    """A link of this site in the reader's language and theme."""
    if not link.startswith("/"):
        return link
    path, joint, part = link.partition("#")
    query = reading.kept.removeprefix("?")
    return f"{path}{('&' if '?' in path else '?') if query else ''}{query}{joint}{part}"


def _make(reading: Reading, wrong: bool) -> frame.Section:
    """A form that leads to the address of an issue."""
    words, filters = reading.words, reading.filters
    latest = next((chosen(row, words.lang) for row in reading.drawn("issues")), Filters(start="2024-05", end="2024-08"))
    fields = [
        _field("from", words("briefings.from"), filters.start or latest.start),
        _field("to", words("briefings.to"), filters.end or latest.end),
        _choice("regions", words("briefings.region"), _places(reading), filters.regions, reading),
        _choice("sectors", words("briefings.sector"), _sectors(reading), filters.sectors, reading),
        *(_hidden(name, getattr(filters, name)) for name in ("lang", "theme") if getattr(filters, name)),
        html.Button(words("briefings.go"), type="submit", className="button clear"),
    ]
    told: Children = [html.P(words("briefings.wrong"), className="failed", role="alert")] if wrong else []
    form = html.Form(fields, action=HERE, method="GET", className="brief-form")
    return frame.Section("make", words("briefings.make"), [*told, form], words("briefings.make.hint"))


def _field(name: str, label: str, value: str) -> Component:
    id_ = f"brief-{name}"
    made = dcc.Input(id=id_, name=name, value=value, type="text", pattern=MONTH, required=True, maxLength=7, size="8")
    return html.Div([html.Label(label, htmlFor=id_), made], className="control")


def _hidden(name: str, value: str) -> Component:
    return dcc.Input(name=name, value=value, type="hidden")


def _choice(
    name: str, label: str, known: Iterable[tuple[str, str]], picked: tuple[str, ...], reading: Reading
) -> Component:
    id_ = f"brief-{name}"
    plain = html.Option(reading.words("briefings.any"), value="")
    options = [html.Option(each, value=code, **_selected(code in picked)) for code, each in known]
    return html.Div(
        [html.Label(label, htmlFor=id_), html.Select([plain, *options], id=id_, name=name)], className="control"
    )


def _selected(yes: bool) -> Any:
    return {"selected": True} if yes else {}


def _places(reading: Reading) -> list[tuple[str, str]]:
    regions = reading.words.vocabulary["regions"].items()
    return [(code, reading.words.place(code)) for code, row in regions if row["level"] != "municipal"]


def _sectors(reading: Reading) -> list[tuple[str, str]]:
    return [(code, reading.words.name("sectors", code)) for code in reading.words.vocabulary["sectors"]]


def _archive(reading: Reading) -> frame.Section:
    """The issues that were kept, the newest first, and the feeds that announce them."""
    words, rows = reading.words, reading.drawn("issues")
    feeds = [html.A(path.rpartition(".")[2].upper() if path.endswith("json") else "Atom",
                    href=f"{path}{reading.kept}") for path in FEEDS]  # fmt: skip
    hint = html.P([words("briefings.archive.hint"), " ", feeds[0], " · ", feeds[1]], className="hint")
    items = [html.Li(_listed(row, reading)) for row in rows]
    listed = html.Ul(items) if items else html.P(words("briefings.none"))
    return frame.Section("archive", words("briefings.archive"), [hint, listed], count=words.number(len(rows)))


def _listed(row: dict[str, Any], reading: Reading) -> Children:
    words = reading.words
    told = words(
        "briefings.issue",
        period=period(row["starts"], row["ends"], words),
        items=words.counted("briefings.items", row["items"]),
    )
    link = html.A(words.of(row, "title"), href=f"{HERE}/{row['issue']}{reading.kept}")
    return [link, html.Span(f" {row['published']} · {told}", className="hint")]
