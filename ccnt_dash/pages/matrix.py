"""What is on the page of coverage: places against sectors, types or indicators, and the places that have none?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.filters import Filters
from ccnt_dash.pages import frame
from ccnt_dash.pages.cells import Crossing, crossing
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.pages.taken import take
from ccnt_dash.store import parameters
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

# What the columns are -> the field of Filters that a cell of them sets, and the page it leads to.
LEADS = {"sector": ("sectors", "/"), "doc_type": ("doc_types", "/"), "indicator": ("indicator", "/targets")}
Link = tuple[str, Filters, bool]


def matrix(reading: Reading) -> Component:
    """The page in the reader's language."""
    words, by = reading.words, reading.filters.by
    drawn = reading.drawn(f"by_{by}")
    # The column that is asked for comes first, so that a narrow screen shows it.
    columns = sorted(drawn["columns"], key=lambda each: bool(each["code"] != reading.filters.missing))
    asked = columns[0] if columns[0]["code"] == reading.filters.missing else None
    without = _without(drawn["records"], asked["code"]) if asked else []
    title = _answer(reading, asked["name"], drawn["records"], without) if asked else words(f"matrix.title.{by}")
    shown = without if asked else drawn["records"]
    hint = words(f"matrix.hint.{by}", n=words.number(len(columns)))
    table = [_legend(reading, shown), crossing(_crossing(reading, columns, shown), words)] if shown else []
    content = [*_told(reading, without), html.P(hint, className="hint"), *table, _meanings(words)]
    section = html.Section([_only(reading), *content, take(f"by_{by}", words)], id="table", className="card")
    return frame.plain(reading, "/matrix", title, _asks(reading, drawn), [section])


def _without(records: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    """The places below the nation that nothing is known of in a column."""
    return [record for record in records if not record["nation"] and not record["cells"][code]["n"]]


def _answer(reading: Reading, name: str, records: list[dict[str, Any]], without: list[dict[str, Any]]) -> str:
    """Who has none, as a sentence."""
    words, by = reading.words, reading.filters.by
    places = sum(not record["nation"] for record in records)
    what = name if by == "doc_type" else words.lowered(name)
    told = {"what": what, "n": words.number(len(without)), "places": words.number(places)}
    said = words(f"matrix.missing.{by}", **told) if without else words(f"matrix.complete.{by}", **told)
    chosen = words("list.dot").join(label for _, label in _honoured(reading))
    return str(words("matrix.narrowed", said=said, chosen=chosen) if chosen else said)


def _told(reading: Reading, without: list[dict[str, Any]]) -> list[Component]:
    """The places that have none, by the reason for it."""
    words, code = reading.words, reading.filters.missing
    found = {
        reason: [record["place"] for record in without if record["cells"][code]["reason"] == reason]
        for reason in words.vocabulary["absence_reasons"]
    }
    items = [
        html.Li(
            [html.Strong(words("matrix.because", reason=words.name("absence_reasons", reason))), words.listed(names)]
        )
        for reason, names in found.items()
        if names
    ]
    return [html.Ul(items, className="answer")] if items else []


def _crossing(reading: Reading, columns: list[dict[str, str]], records: list[dict[str, Any]]) -> Crossing:
    """The table, with the address that each column leads to."""
    filters, words = reading.filters, reading.words
    field, path = LEADS[filters.by]
    way = _plain(filters).without("missing").without("by").without("cells")
    many = isinstance(getattr(filters, field), tuple)
    leads = [
        {**column, "to": f"{path}{way.set(field, (column['code'],) if many else column['code']).to_query()}&regions="}
        for column in columns
    ]
    own = Filters(lang=filters.lang, theme=filters.theme).to_query()
    return Crossing(leads, records, filters.cells, words(f"matrix.total.{filters.by}"), own)


def _plain(filters: Filters) -> Filters:
    """The choices without the places and policies that were chosen elsewhere."""
    return filters.without("regions").without("policies")


def _honoured(reading: Reading) -> list[tuple[str, str]]:
    """The choices that narrow what is counted here, in words."""
    asked = parameters(VIEWS[f"by_{reading.filters.by}"].sql)
    return [(name, label) for name, label in reading.answers.chips(_plain(reading.filters)) if name in asked]


def _only(reading: Reading) -> Component:
    """What narrows the counts, and the way to count all."""
    words, honoured = reading.words, _honoured(reading)
    if not honoured:
        return html.P(className="empty")
    told = words("matrix.only", chosen=words("list.dot").join(label for _, label in honoured))
    every = html.A(words("matrix.every"), href=f"/matrix{reading.filters.cleared().to_query()}")
    return html.P([html.Strong(told), every], className="row only")


def _legend(reading: Reading, records: list[dict[str, Any]]) -> Component:
    """Each reason for an empty cell with its sign, and in how many cells it stands."""
    words = reading.words
    reasons = [cell["reason"] for record in records for cell in record["cells"].values()]
    items = [
        html.Li(
            [
                html.Span(className=f"sample absent {reason}", **attributes({"aria-hidden": "true"})),
                html.Span(words.name("absence_reasons", reason)),
                html.Span(words("matrix.empty", n=words.number(reasons.count(reason))), className="count"),
            ]
        )
        for reason in words.vocabulary["absence_reasons"]
    ]
    return html.Ul(items, className="key", **attributes({"aria-label": words("matrix.legend")}))


def _meanings(words: Words) -> Component:
    """What each reason for an empty cell means."""
    entries = [
        html.Div(
            [
                html.Dt(words.name("absence_reasons", reason)),
                html.Dd(words.name("absence_reasons", reason, "definition")),
            ]
        )
        for reason in words.vocabulary["absence_reasons"]
    ]
    return html.Details([html.Summary(words("matrix.legend")), html.Dl(entries, className="facts measured")])


def _asks(reading: Reading, drawn: dict[str, Any]) -> Component:
    """The questions to the table, each a link."""
    words, filters = reading.words, reading.filters
    columns = [(words(f"matrix.by.{by}"), filters.without("missing").set("by", by), by == filters.by) for by in LEADS]
    cells = [
        (words(f"matrix.cells.{each}"), filters.set("cells", each), each == filters.cells)
        for each in ("count", "first")
    ]
    groups = [
        _group(words("matrix.columns"), columns),
        _group(words("matrix.cells"), cells),
        _group(words("matrix.counted"), _counted(reading, drawn["records"])),
        _types(reading),
        _who(reading, drawn),
    ]
    told = attributes({"aria-label": words("matrix.asks")})
    return html.Nav([group for group in groups if group], className="contents card asks", **told)


def _counted(reading: Reading, records: list[dict[str, Any]]) -> list[Link]:
    """Count what the cities of a place have set, or only what it has set itself."""
    words, filters = reading.words, reading.filters
    regions, levels = words.vocabulary["regions"], words.vocabulary["levels"]
    of_places = {regions[record["key"]]["level"] for record in records}
    own = tuple(level for level in levels if level in of_places)
    return [
        (words("matrix.counted.all"), filters.without("levels"), not filters.levels),
        (words("matrix.counted.own"), filters.set("levels", own), filters.levels == own),
    ]


def _types(reading: Reading) -> Component | None:
    """Count documents of all types, or of one: that is how to ask who has no plan."""
    words, filters = reading.words, reading.filters
    if filters.by != "sector":
        return None
    every: Link = (words("matrix.types.all"), filters.without("doc_types"), not filters.doc_types)
    links = [
        (words.name("doc_types", code), filters.set("doc_types", (code,)), filters.doc_types == (code,))
        for code in words.vocabulary["doc_types"]
    ]
    now = words.listed(words.name("doc_types", code) for code in filters.doc_types)
    heading = words("matrix.types", chosen=now or words("matrix.types.all"))
    return html.Details([html.Summary(heading), _links([every, *links])])


def _who(reading: Reading, drawn: dict[str, Any]) -> Component:
    """For each column: which places have none? One click."""
    words, filters = reading.words, reading.filters
    asked = filters.missing in {column["code"] for column in drawn["columns"]}
    every: Link = (words("matrix.all_places"), filters.without("missing"), not asked)
    links = [
        (
            words("matrix.who", what=each["name"], n=words.number(len(_without(drawn["records"], each["code"])))),
            filters.set("missing", each["code"]),
            each["code"] == filters.missing,
        )
        for each in drawn["columns"]
    ]
    return _group(words(f"matrix.who.{filters.by}"), [every, *links], "who")


def _group(heading: str, links: list[Link], name: str = "") -> Component:
    return html.Div([html.H3(heading), _links(links)], className=f"ask {name}".strip())


def _links(links: list[Link]) -> Component:
    return html.Ul(
        [
            html.Li(
                html.A(name, href=f"/matrix{to.to_query()}", **attributes({"aria-current": "true"} if here else {}))
            )
            for name, to, here in links
        ]
    )
