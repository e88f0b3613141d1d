"""How does an opened policy look, with its targets and the sentences they come from?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.filters import Filters
from ccnt_dash.pages.pieces import Children, button, spoken
from ccnt_dash.texts import LANGUAGES, Words


def opened(records: list[dict[str, Any]], words: Words) -> Children:
    """The opened policies, one article each."""
    return [_opened(record, words) for record in records]


def _opened(record: dict[str, Any], words: Words) -> Component:
    """A policy beside the other views, with the ways to close it and to its page."""
    close = button(
        "×",
        {"type": "toggle", "field": "policies", "value": record["key"], "add": True},
        words("policy.close"),
        kind="close",
    )
    page = html.A(words("policy.page"), href=f"/policy/{record['key']}{_kept(words)}")
    head = html.Header([html.Div([html.H3(record["title"]), other_title(record, words)]), close])
    return html.Article([head, html.P(page), *article(record, words)], className="policy")


def _kept(words: Words) -> str:
    return Filters(lang=words.lang).to_query()


def other_title(record: dict[str, Any], words: Words) -> Component:
    """The title in the other language."""
    other = "zh" if words.lang == "en" else "en"
    return html.P(record["other_title"], lang=LANGUAGES[other], className="other")


def article(record: dict[str, Any], words: Words) -> Children:
    """What is known of a policy: summary, facts, document, targets with their sentences, sources."""
    return [*facts(record, words), _targets(record["targets"], words), _sources(record["sources"], words)]


def facts(record: dict[str, Any], words: Words) -> Children:
    """Summary, facts, note and the way to the document."""
    told = html.Dl([html.Div([html.Dt(name), html.Dd(fact)]) for name, fact in record["facts"]], className="facts")
    remarks = [
        html.P(text, className=kind)
        for text, kind in ((record["summary"], "summary"), (record["translated"], "remark"))
        if text
    ]
    if record["note"]:
        remarks.append(html.P(spoken(record["note"]), lang="en", className="remark"))
    link = (
        [html.P(html.A(words("policy.document"), href=record["link"], target="_blank", rel="noopener"))]
        if record["link"]
        else []
    )
    return [*remarks, told, *link]


def _targets(targets: list[dict[str, str]], words: Words) -> Component:
    if not targets:
        return html.P(words("policy.no_targets"), className="remark")
    rows = [html.Li([promise(target, words), html.P(target["statement"]), quote(target)]) for target in targets]
    return html.Section([html.H4(words("policy.targets")), html.Ol(rows, className="targets")])


def promise(target: dict[str, str], words: Words) -> Component:
    """What a target says, in one line."""
    said = words("list.dot").join(
        target[name] for name in ("year", "value", "kind", "sector", "strictness", "printed") if target[name]
    )
    return html.P(spoken(said) if words.lang == "en" else said, className="promise")


def quote(quoted: dict[str, str]) -> Component:
    """The sentence of the source."""
    return html.Blockquote(html.Q(quoted["quote"]), lang=LANGUAGES[quoted["quote_lang"]])


def _sources(sources: list[dict[str, str]], words: Words) -> Component:
    return html.Section([html.H4(words("policy.sources")), named(sources, words)])


def named(sources: list[dict[str, str]], words: Words) -> Component:
    """The sources with their terms and sentences."""
    return html.Ul([html.Li(_source(source, words)) for source in sources], className="sources")


def _source(source: dict[str, str], words: Words) -> Children:
    title = (
        html.A(source["title"], href=source["url"], target="_blank", rel="noopener")
        if source["url"]
        else html.Span(source["title"])
    )
    quoted = [quote(source)] if source["quote"] else []
    return [
        title,
        f" ({source['publisher']}) ",
        html.Span(words("policy.licence", licence=source["licence"]), className="remark"),
        *quoted,
    ]
