"""How do the small parts of the page look: legend, chips, counters, notes, the opened policy?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.texts import LANGUAGES, Words

Children = list[Any]
MOST_SOURCES = 3
CHINESE = re.compile(r"([\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)")


def attributes(told: dict[str, str]) -> Any:
    """HTML attributes whose names Python can't write, to be unpacked into a component."""
    return told


def button(
    content: Any, event: dict[str, Any], label: str = "", pressed: bool | None = None, kind: str = "plain"
) -> Component:
    """A button whose click is sent as `event`; `label` is for those who can't see it."""
    told: Any = {"data-event": json.dumps(event), **({"aria-label": label} if label else {})}
    if pressed is not None:
        told["aria-pressed"] = "true" if pressed else "false"
    return html.Button(content, type="button", className=f"button {kind}", **told)


def legend(entries: Sequence[dict[str, Any]], words: Words) -> Children:
    """Classes of the map, each a button that chooses its places."""
    return [
        button(
            [
                html.Span(
                    className=f"swatch {entry['pattern']}".strip(),
                    style={} if entry["pattern"] else {"background": entry["colour"]},
                ),
                html.Span(entry["label"]),
                html.Span(f"({words.number(len(entry['keys']))})", className="count"),
            ],
            {"type": "set", "field": "regions", "value": entry["keys"]},
            label=words("legend.entry", label=entry["label"], places=words.counted("count.places", len(entry["keys"]))),
            kind="entry",
        )
        for entry in entries
    ]


def places(whole: dict[str, Any], small: Iterable[tuple[str, bool]], words: Words) -> Children:
    """The whole that the map shows and the places that are too small to hit, as buttons beside it."""
    told = [html.Strong(whole["label"]), html.Span(whole["value"], className="count")]
    buttons = [button(told, _toggle("regions", whole["key"]), pressed=whole["chosen"], kind="place")]
    return buttons + [
        button(words.place(key), _toggle("regions", key), pressed=chosen, kind="place") for key, chosen in small
    ]


def terms(sources: Sequence[str], words: Words) -> Children:
    """From which sources the values shown are, and on which terms."""
    told: Children = [part for code in sources[:MOST_SOURCES] for part in origin(code, words)]
    more = len(sources) - MOST_SOURCES
    told += [words("map.more_sources", n=words.number(more))] if more > 0 else []
    return [words("map.sources"), *told] if told else []


def origin(source_id: str, words: Words) -> Children:
    """A source by its title, with publisher and terms."""
    source = words.vocabulary["sources"][source_id]
    title = html.A(words.of(source, "title"), href=source["url"]) if source["url"] else words.of(source, "title")
    said = f" ({source['publisher']}; {source['licence']}). "
    return [title, html.Span(spoken(said), lang="en")]


def _toggle(field: str, value: Any) -> dict[str, Any]:
    return {"type": "toggle", "field": field, "value": value}


def counters(numbers: Sequence[dict[str, str]]) -> Children:
    """The counter strip."""
    return [html.Div([html.Dt(each["label"]), html.Dd(each["number"])], className="counter") for each in numbers]


def chips(chosen: Sequence[tuple[str, str]], hint: str, words: Words) -> Children:
    """Each choice as a button that drops it, and one that clears all; without a choice, how to make one."""
    if not chosen:
        return [html.Span(hint, className="hint")]
    drops = [
        button(
            [html.Span(label), html.Span("×", className="cross", **attributes({"aria-hidden": "true"}))],
            {"type": "drop", "field": name},
            words("control.drop", label=label),
            kind="chip",
        )
        for name, label in chosen
    ]
    return [*drops, button(words("control.clear"), {"type": "clear"}, kind="clear")]


def ways_out(found: Sequence[tuple[str, str, int]], uncollected: str, words: Words) -> Children:
    """Why nothing is shown, and which choice to drop to see something."""
    told: Children = [html.Strong(words("empty.title"))]
    if uncollected:
        told.append(html.P(words("empty.region", place=uncollected)))
    drops = [
        button(
            words("empty.way_out", label=label, policies=words.counted("count.policies", n)),
            {"type": "drop", "field": name},
            kind="chip",
        )
        for name, label, n in found
        if n
    ]
    return [*told, html.Div([*drops, button(words("control.clear"), {"type": "clear"}, kind="clear")], className="row")]


def pager(drawn: dict[str, Any], words: Words) -> Children:
    """Previous page, where we are, next page."""
    page, pages = drawn["page"], drawn["pages"]
    if not drawn["total"]:
        return [html.Span(words("table.empty"))]
    before, after = ({"type": "set", "field": "page", "value": number} for number in (page - 1, page + 1))
    return [
        html.Button(
            "←", type="button", className="button page", disabled=page <= 1, **_told(before, words("table.previous"))
        ),
        html.Span(words("table.page", page=words.number(page), pages=words.number(pages))),
        html.Button(
            "→", type="button", className="button page", disabled=page >= pages, **_told(after, words("table.next"))
        ),
    ]


def _told(event: dict[str, Any], label: str) -> Any:
    return {"data-event": json.dumps(event), "aria-label": label}


def compare_note(missing: Sequence[str], suggestions: Sequence[dict[str, Any]], words: Words) -> Children:
    """What the comparison can't show: chosen places without a target on it, and indicators that have one."""
    if not missing:
        return []
    named = words.listed(words.place(code) for code in missing)
    if not suggestions:
        return [html.P(words("compare.missing_none", places=named))]
    buttons = [
        button(each["label"], {"type": "set", "field": "indicator", "value": each["value"]}, kind="chip")
        for each in suggestions
    ]
    return [html.P(words("compare.missing", places=named)), html.Div(buttons, className="row")]


def colours(places: Sequence[dict[str, str]]) -> Children:
    """Which colour in a chart stands for which place."""
    return [
        html.Span(
            [html.Span(className="swatch", style={"background": each["colour"]}), each["label"]], className="level"
        )
        for each in places
    ]


def states(shown: Sequence[dict[str, str]]) -> Children:
    """Which colour stands for which state of a target, and what the state means."""
    return [
        html.Li(
            [
                html.Span(className="swatch", style={"background": each["colour"]}),
                html.Strong(each["label"]),
                html.Span(each["meaning"], className="hint"),
            ]
        )
        for each in shown
    ]


def levels(shown: Sequence[dict[str, str]]) -> Children:
    """Which sign in a chart stands for which level."""
    return [
        html.Span(
            [html.Span(className=f"sign {each['marker']}", **attributes({"aria-hidden": "true"})), each["label"]],
            className="level",
        )
        for each in shown
    ]


def spoken(text: str) -> Children:
    """English text with the Chinese words in it (names, units as printed) marked as such."""
    parts = CHINESE.split(text)
    return [html.Span(part, lang=LANGUAGES["zh"]) if at % 2 else part for at, part in enumerate(parts)]
