"""What is on the page of one place: the nation, a province, a city?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.filters import Filters
from ccnt_dash.pages import frame, pieces
from ccnt_dash.pages.address import Kind
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.parts import meta
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.sheet import GRAPH
from ccnt_dash.pages.still import chart
from ccnt_dash.pages.taken import take
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS
from ccnt_dash.views.base import bare, notes
from ccnt_dash.views.profile import PROFILE

NATION = "100000"
HORIZONS = ("2025", "2030", "later", "open")
# Columns of the small table of comparison, of those that the page of comparison has.
COMPARED = ("region", "seen", "target", "year", "status", "nation")


def national(reading: Reading) -> Component:
    """The page of the nation."""
    return profile(reading, NATION)


def profile(reading: Reading, code: str) -> Component:
    """The page of a place: what there is of it, and where there is little, that."""
    place = reading.of("regions", code)
    words = place.words
    place.answers.prepare([*PROFILE, *(VIEWS[view] for view in ("numbers", "twin", "path", "map"))], place.filters)
    contents: dict[str, Children] = {
        "summary": _summary(place, code),
        "promises": _promises(place),
        "course": _drawn(place, "path"),
        "calendar": _drawn(place, "calendar"),
        "plans": _documents(place, "plans", "profile.no_plans"),
        "peers": [] if code == NATION else _compared(place),
        "recent": _documents(place, "recent", "profile.no_recent"),
        "missing": _missing(place),
        "cities": _cities(place),
        "origins": _origins(place),
    }
    sections = [frame.Section(name, words(f"profile.{name}"), content) for name, content in contents.items() if content]
    return frame.sectioned(reading, _path(code, words), words.name("regions", code), sections)


def _path(code: str, words: Words) -> str:
    """The path of the page of a place."""
    kind = "province" if words.vocabulary["regions"][code]["level"] == "provincial" else "city"
    return "/national" if code == NATION else f"/{kind}/{code}"


def _summary(place: Reading, code: str) -> Children:
    """How much there is of the place, where it lies, and the ways to look further."""
    words, numbers = place.words, place.answers.numbers(place.filters)
    kept = Filters(lang=place.filters.lang, theme=place.filters.theme)
    here = kept.set("regions", (code,))
    ways = {"overview": "/", "targets": "/targets", "compare": "/compare"}
    links = [
        html.A(words(f"profile.to.{page}"), href=f"{path}{here.to_query()}", className="button plain")
        for page, path in ways.items()
    ]
    told = [html.P(place.answers.sentence(place.filters), className="lead")]
    if not numbers["policies"]:
        told.append(html.P(words("profile.little"), className="note"))
    province = code[:2] + "0000"
    if code not in (NATION, province):
        told.append(html.P(_link(f"/province/{province}", words.name("regions", province), place)))
    return [
        html.Div([html.Div([*told, html.Div(links, className="row")]), *_small_map(place, code)], className="beside")
    ]


def _small_map(place: Reading, code: str) -> Children:
    """Where the place lies: in the nation, or in its province."""
    province = code[:2] + "0000"
    inside = "" if code in (NATION, province) else province
    chosen = place.filters.set("inside", inside).set("face", "map").set("regions", () if code == NATION else (code,))
    drawn = replace(place, filters=chosen).drawn("map")
    source = place.words("map.source", source=notes(drawn)["boundaries"])
    graph = dcc.Graph(figure=bare(drawn), config=GRAPH, className="chart")
    return [html.Figure([html.Div(graph, className="frame small-map"), html.Figcaption(source, className="hint")])]


def _promises(place: Reading) -> Children:
    """The headline targets by horizon, each with its state and the way to its document."""
    words, headlines = place.words, place.drawn("headlines")
    if not headlines:
        return [html.P(words("profile.no_targets"), className="note")]
    columns = []
    for horizon in HORIZONS:
        found = [each for each in headlines if each["horizon"] == horizon]
        if found:
            more = found[0]["total"] - len(found)
            rest = [html.P(words("profile.more_targets", n=words.number(more)), className="hint")] if more else []
            items = html.Ol([_promise(each, place) for each in found], className="promises")
            columns.append(html.Section([html.H3(words(f"profile.horizon.{horizon}")), items, *rest]))
    return [html.P(words("profile.promises.hint"), className="hint"), html.Div(columns, className="horizons"),
            _taken(place, "headlines")]  # fmt: skip


def _promise(each: dict[str, Any], place: Reading) -> Component:
    colour = place.words.vocabulary["progress_statuses"][each["state"]]["colour"]
    year = [f" · {each['year']}"] if each["year"] else []
    state = [html.Span(className="dot", style={"background": colour}), each["status"]]
    seen = [html.Span(f" · {each['seen']}", className="hint")] if each["seen"] else []
    return html.Li(
        [
            html.P([html.Strong(each["value"]), *year, " ", html.Span(each["name"])]),
            html.P([*state, *seen], className="state"),
            html.P(_link(f"/policy/{each['policy']}", each["statement"], place), className="hint"),
        ]
    )


def _link(path: str, text: str, place: Reading) -> Component:
    return html.A(text, href=f"{path}{place.kept}")


def _drawn(place: Reading, view: str) -> Children:
    if not place.drawn(view)["data"]:
        return []
    title = html.P(meta(place, view)["title"], className="chart-title")
    return [title, chart(place, view), _taken(place, view, picture=True)]


def _taken(place: Reading, view: str, picture: bool = False) -> Component:
    return take(view, place.words, picture=picture, query=place.filters.to_query())


def _documents(place: Reading, view: str, none: str) -> Children:
    found, words = place.drawn(view), place.words
    if not found:
        return [html.P(words(none), className="note")]
    items = []
    for each in found:
        path = each["url"] if each["activity"] else f"/policy/{each['key']}{place.kept}"
        title = html.A(each["title"], href=path) if path else html.Span(each["title"])
        told = [each["published"], each["kind"], each["period"]]
        told += [words.counted("count.targets", each["targets"])] if each["targets"] else []
        items.append(html.Li([title, html.Span(" " + words("list.dot").join(filter(None, told)), className="hint")]))
    more = (found[0]["total"] or len(found)) - len(found)
    rest = [html.P(words("profile.more_documents", n=words.number(more)), className="hint")] if more > 0 else []
    return [html.Ul(items, className="documents"), *rest, _taken(place, view)]


def _compared(place: Reading) -> Children:
    """The places that are most like it, side by side on one indicator."""
    words, rows, meta = place.words, place.drawn("twin"), notes(place.drawn("peers"))
    if len(rows) < 2:
        return []
    head = html.Tr([html.Th(words(f"twin.{name}"), scope="col") for name in COMPARED])
    body = [html.Tr([html.Td(row[name]) for name in COMPARED]) for row in rows]
    table = html.Div(html.Table([html.Thead(head), html.Tbody(body)]), className="scrolls", tabIndex="0")
    return [
        html.P(meta["title"], className="chart-title"),
        html.P(meta["why"], className="hint"),
        table,
        _taken(place, "twin"),
    ]


def _missing(place: Reading) -> Children:
    """Sectors without a policy, and what alike places have set a target on and this one has not."""
    words, missing = place.words, place.drawn("missing")
    sectors = [each["name"] for each in missing if each["what"] == "sector"]
    indicators = [
        words("profile.common", name=each["name"], places=words.counted("count.places", each["places"]))
        for each in missing
        if each["what"] == "indicator"
    ]
    told: Children = [html.P(words("profile.missing.hint"), className="hint")]
    told += [html.P(words("profile.missing.sectors", sectors=words.listed(sectors)))] if sectors else []
    if indicators:
        told += [html.P(words("profile.missing.indicators")), html.Ul([html.Li(each) for each in indicators])]
    return [*told, _taken(place, "missing")] if len(told) > 1 else [html.P(words("profile.missing.none"))]


def _origins(place: Reading) -> Children:
    """Where the policies and targets come from; those of the yearly values stand with the charts."""
    words, found = place.words, place.drawn("origins")
    if not found:
        return []
    # What the page is made of: the documents of the place and its targets with their state.
    records = [
        html.Div([html.Span(words(f"view.{view}"), className="kicker"), _taken(place, view)])
        for view in ("origins", "table", "progress")
    ]
    return [html.Ul([html.Li(pieces.origin(each, words)) for each in found]), *records]


def _cities(place: Reading) -> Children:
    found = place.drawn("cities")
    items = [html.Li([_link(f"/city/{each['key']}", each["name"], place), f" ({each['told']})"]) for each in found]
    return [html.Ul(items, className="flow"), _taken(place, "cities")] if found else []


def _names(level: str) -> Callable[[Reading, str], str | None]:
    def names(reading: Reading, code: str) -> str | None:
        row = reading.words.vocabulary["regions"].get(code)
        return reading.words.name("regions", code) if row and row["level"] == level else None

    return names


def tells(reading: Reading, code: str) -> str:
    """What a search engine is told of the page."""
    return reading.answers.sentence(reading.of("regions", code).filters)


PROVINCE = Kind(_names("provincial"), tells, profile)
CITY = Kind(_names("municipal"), tells, profile)
