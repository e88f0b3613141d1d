"""What is on the page of one policy?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.filters import Filters
from ccnt_dash.pages import bonds, cited, frame, policy, taken
from ccnt_dash.pages.adding import add
from ccnt_dash.pages.address import Kind
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children

CORRECTION = "correction"


def names(reading: Reading, code: str) -> str | None:
    """The title of a policy, None where there is no such policy."""
    if code not in reading.answers.vocabulary().policies:
        return None
    return str(reading.of("policies", code).drawn("policy")[0]["title"])


def tells(reading: Reading, code: str) -> str:
    """What a search engine is told of it."""
    return str(reading.of("policies", code).answers.sentence(reading.filters.set("policies", (code,))))


def document(reading: Reading, code: str) -> Component:
    """The page of a policy; what nothing is known of is left out and told in the end."""
    words, one = reading.words, reading.of("policies", code)
    record = one.drawn("policy")[0]
    found = {
        "facts": [policy.other_title(record, words), *policy.facts(record, words), _ways(one, record), _added(one)],
        "targets": _targets(one, record),
        "basis": bonds.basis(one),
        "cascade": bonds.cascade(one),
        "network": bonds.network(one),
        "alike": bonds.alike(one),
        "sources": [policy.named(record["sources"], words)],
        "cite": _cite(one, record),
        "correct": _correct(one, record),
    }
    lost = [name for name, content in found.items() if not content]
    kept = {name: content for name, content in found.items() if content}
    if lost:
        kept["gaps"] = [html.Ul([html.Li(words(f"policy.gap.{name}")) for name in lost])]
    sections = [frame.Section(name, words(f"policy.section.{name}"), content) for name, content in kept.items()]
    return frame.sectioned(reading, address(code), record["title"], sections, cites=False)


def address(code: str) -> str:
    """The path of the page of a policy."""
    return f"/policy/{code}"


def _added(reading: Reading) -> Component:
    """The way of the whole policy into a story."""
    return add("policy", reading.words, chart=False, query=reading.filters.to_query())


def _ways(reading: Reading, record: dict[str, Any]) -> Component:
    """Ways from here to the interactive pages."""
    query = Filters(policies=(record["key"],), lang=reading.filters.lang, theme=reading.filters.theme).to_query()
    return html.P(html.A(reading.words("policy.in_views"), href=f"/{query}"))


def _targets(reading: Reading, record: dict[str, Any]) -> Children:
    return [html.Ol([_target(each, reading) for each in record["targets"]], className="targets")] * bool(
        record["targets"]
    )


def _target(target: dict[str, str], reading: Reading) -> Component:
    """A target with its state, the sentence it comes from, and the way to its path."""
    words = reading.words
    told = [html.Span(className="swatch", style={"background": target["colour"]}), html.Strong(target["state"]),
            html.Span(target["why"])]  # fmt: skip
    state = [html.P(told, className="state")] if target["state"] else []
    return html.Li(
        [
            policy.promise(target, words),
            html.P(target["statement"]),
            *state,
            policy.quote(target),
            *_path(target, reading),
        ]
    )


def _path(target: dict[str, str], reading: Reading) -> Children:
    if not target["indicator"] or not target["value"]:
        return []
    there = Filters(regions=(target["region"],), indicator=target["indicator"], lang=reading.filters.lang,
                    theme=reading.filters.theme)  # fmt: skip
    place = reading.words.place(target["region"])
    return [html.P(html.A(reading.words("policy.path", indicator=target["name"], place=place),
                          href=f"/targets{there.to_query()}"))]  # fmt: skip


def _cite(reading: Reading, record: dict[str, Any]) -> Children:
    """The record in one line, and each source as it wants to be cited."""
    words, date = reading.words, dict(record["facts"])[reading.words("policy.published")]
    line = words(
        "policy.cite",
        title=record["title"],
        date=date,
        record=record["key"],
        version=reading.answers.store.edition(),
        read=cited.read(words),
        address=f"{reading.origin}{address(record['key'])}",
    )
    sources = [html.Li(each["citation"], lang="en") for each in record["sources"]]
    return [
        html.P(line, className="citation", id="citation"),
        _copy("citation", reading),
        taken.record(record["key"], words, reading.kept),
        html.P(words("about.licence")),
        html.P(words("policy.cite.sources"), className="hint"),
        html.Ul(sources),
    ]


def _correct(reading: Reading, record: dict[str, Any]) -> Children:
    """A text to copy, in which only what is wrong and what would be right has to be filled in."""
    words = reading.words
    known = {
        "record": record["key"],
        "page": f"{reading.origin}{address(record['key'])}",
        "data": reading.answers.store.edition(),
    }
    lines = [words(f"policy.correct.{name}", value=value) for name, value in known.items()]
    asked = [words(f"policy.correct.{name}") for name in ("column", "was", "now", "proof")]
    return [
        html.P(words("policy.correct.hint")),
        html.Pre("\n".join([*lines, *asked]), id=CORRECTION, tabIndex="0", className="form"),
        _copy(CORRECTION, reading),
    ]


def _copy(what: str, reading: Reading) -> Component:
    return html.Div(cited.copy(what, reading.words))


DOCUMENT = Kind(names, tells, document)
