"""How are the documents around a policy shown: what it carries out, what followed, what it cites, its like?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import pieces
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.parts import meta
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.policy import quote
from ccnt_dash.pages.still import chart
from ccnt_dash.pages.taken import take
from ccnt_dash.texts import Words
from ccnt_dash.views.followed import VERDICTS

UPWARD = ("implements", "superseded_by", "supersedes")


def basis(reading: Reading) -> Children:
    """What the policy carries out, what replaced it and what it replaced, and from what that is known."""
    found, told = reading.drawn("kin"), []
    for way in UPWARD:
        if way in found:
            told += [
                html.H3(reading.words(f"kin.{way}")),
                html.Ul([html.Li(_bond(each, reading)) for each in found[way]]),
            ]
    return [*told, _taken(reading, "kin")] if told else []


def _taken(reading: Reading, view: str, picture: bool = False) -> Component:
    return take(view, reading.words, picture=picture, query=reading.filters.to_query())


def _bond(each: dict[str, Any], reading: Reading) -> Children:
    words = reading.words
    further = [html.Span(words("kin.through"), className="remark")] if each["depth"] > 1 else []
    quoted = [quote(each)] if each["quote"] else []
    sure = html.Span(words("kin.confidence", confidence=words.lowered(each["confidence"])), className="remark")
    reason = html.P([html.Span(pieces.spoken(each["reason"]), lang="en"), " ", sure], className="remark")
    return [_link(each, reading), f" ({each['published']}) ", *further, *quoted, reason]


def _link(each: dict[str, Any], reading: Reading, name: str = "title") -> Component:
    return html.A(each[name], href=page(each["key"], reading))


def page(policy: str, reading: Reading) -> str:
    """The address of the page of a policy, in the reader's language and theme."""
    return f"/policy/{policy}{reading.kept}"


def _is(reading: Reading, tie: str) -> bool:
    return reading.filters.policies[0] in reading.drawn("tied")[tie]


def cascade(reading: Reading) -> Children:
    """What followed the policy, by date and place, and what became of its targets there."""
    if not _is(reading, "followed"):
        return []
    words, records = reading.words, reading.drawn("followers")
    around = meta(reading, "cascade")
    undated = [html.P(words("cascade.without_date", n=words.number(around["undated"])), className="hint")]
    columns = _followers(words, [name for name in VERDICTS if any(record[name] for record in records)])
    rows = [{**record, "page": page(record["key"], reading)} for record in records]
    return [
        html.P(around["title"], className="lead"),
        html.P(pieces.levels(around["levels"]), className="signs"),
        chart(reading, "cascade"),
        *(undated if around["undated"] else []),
        html.P(words("cascade.signs"), className="hint"),
        _taken(reading, "cascade", picture=True),
        html.P(words("cascade.hint"), className="hint"),
        matrix("followers", rows, columns, words),
        _taken(reading, "followers"),
        _on_paper(records, ("place", "title", "published", "lag", "link", "what"), words),
        html.P(html.A(words("cascades.all"), href=f"/cascade{reading.kept}")),
    ]


def _on_paper(records: list[dict[str, Any]], fields: tuple[str, ...], words: Words) -> Component:
    """The rows of a table as a list that is printed in its place."""
    lines = [words("list.dot").join(record[field] for field in fields if record[field]) for record in records]
    return html.Ul([html.Li(line) for line in lines], className="paper")


def _followers(words: Words, verdicts: list[str]) -> list[Column]:
    return [
        Column("place", words("cascade.place"), 92),
        Column("title", words("cascade.document"), 250, wraps=True, turns=True),
        Column("published", words("cascade.published"), 108),
        Column("lag", words("cascade.lag"), 118, wraps=True, sorts=False),
        Column("what", words("cascade.what"), 380, wraps=True, sorts=False),
        *(Column(name, words(f"cascade.{name}"), 108, counts=True) for name in verdicts),
        Column("link", words("cascade.link"), 190, wraps=True),
    ]


def network(reading: Reading) -> Children:
    """What the policy cites and what cites it: the first of them drawn, all of them listed."""
    if not _is(reading, "cited"):
        return []
    words, records = reading.words, reading.drawn("citations")
    around = meta(reading, "network")
    columns = [
        Column("title", words("cascade.document"), 380, wraps=True, turns=True),
        Column("way", words("network.way"), 150),
        Column("times", words("network.cited"), 110, counts=True),
        Column("place", words("cascade.place"), 110),
        Column("published", words("cascade.published"), 120),
    ]
    rows = [{**each, "page": page(each["policy"], reading) if each["policy"] else ""} for each in records]
    return [
        html.P(around["title"], className="lead"),
        chart(reading, "network"),
        html.P(words("network.signs"), className="hint"),
        html.P(pieces.terms(around["sources"], words), className="hint"),
        _taken(reading, "network", picture=True),
        matrix("citations", rows, columns, words),
        _taken(reading, "citations"),
        _on_paper(records, ("way", "place", "title", "published"), words),
    ]


def alike(reading: Reading) -> Children:
    """Documents of the same title in other places."""
    words, found = reading.words, reading.drawn("kin").get("alike", [])
    items = [
        html.Li(
            [
                html.A(each["place"], href=page(each["key"], reading), title=each["title"]),
                html.Span(f" {each['published']}", className="remark"),
                *(_targets(each, words)),
            ]
        )
        for each in found
    ]
    told = [html.P(words("kin.alike.hint"), className="hint"), html.Ul(items, className="alike")]
    return [*told, _taken(reading, "kin")] if items else []


def _targets(each: dict[str, Any], words: Words) -> Children:
    count = words("list.dot") + words.counted("count.targets", each["targets"])
    return [html.Span(count, className="remark")] if each["targets"] else []
