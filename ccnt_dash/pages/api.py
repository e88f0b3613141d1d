"""What is on the page for those who ask with programs: addresses, parameters, answers, examples, feeds?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.api.asked import FIELDS, PAGING
from ccnt_dash.api.examples import EXAMPLES, example
from ccnt_dash.api.feeds import BRIEFINGS, FEEDS
from ccnt_dash.api.resources import RECORDS, ROOT, narrowing
from ccnt_dash.pages.frame import Section, sectioned
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children
from ccnt_dash.texts import Words

# Lists of records, and what is found otherwise.
OTHERS = {
    "policy": f"{ROOT}/policies/<id>",
    "vocabularies": f"{ROOT}/vocabularies",
    "vocabulary": f"{ROOT}/vocabularies/<table>",
    "views": f"{ROOT}/views",
    "view": f"{ROOT}/views/<view>",
    "search": f"{ROOT}/search?q=",
    "openapi": f"{ROOT}/openapi.json",
}


def api(reading: Reading) -> Component:
    """The page in the reader's language."""
    words = reading.words
    made = {
        "start": _start(reading),
        "addresses": [_addresses(words)],
        "params": [_params(words)],
        "answers": [html.P(words("api.envelope")), html.P(words("api.errors")), html.P(words("api.caching"))],
        "examples": _examples(reading),
        "feeds": _feeds(words),
    }
    sections = [Section(name, words(f"api.section.{name}"), content) for name, content in made.items()]
    return sectioned(reading, "/api", words("nav.api"), sections)


def _start(reading: Reading) -> Children:
    words = reading.words
    address = f"{ROOT}/policies?regions=140000&sectors=energy&lang={words.lang}"
    links = [
        html.Li([html.A(path, href=path), f" {words(told)}"])
        for path, told in (
            (address, "api.try"),
            (f"{ROOT}/openapi.json", "api.openapi"),
            ("/llms.txt", "api.agents"),
        )
    ]
    return [html.P(words("api.lead")), html.Ul(links)]


def _addresses(words: Words) -> Component:
    lists = {name: f"{ROOT}/{name}" for name in RECORDS}
    records = [
        {
            "key": name,
            "address": path,
            "meaning": words(f"api.{name}"),
            "narrowed": ", ".join(narrowing(RECORDS[name])) if name in RECORDS else "",
        }
        for name, path in {**lists, **OTHERS}.items()
    ]
    columns = [
        Column("address", words("api.address"), 230),
        Column("meaning", words("column.meaning"), 340, wraps=True),
        Column("narrowed", words("api.narrowed"), 375, wraps=True),
    ]
    return matrix("addresses", records, columns, words)


def _params(words: Words) -> Component:
    records: list[dict[str, Any]] = [
        {"key": name, "parameter": name, "meaning": words(f"api.param.{name}"), "example": _sample(name)}
        for name in (*FIELDS, *PAGING, "q")
    ]
    columns = [
        Column("parameter", words("api.parameter"), 130),
        Column("meaning", words("column.meaning"), 545, wraps=True),
        Column("example", words("api.example"), 260, wraps=True),
    ]
    return matrix("params", records, columns, words)


SAMPLES = {
    "regions": "140000,150000", "sectors": "energy", "levels": "provincial", "doc_types": "plan", "kinds": "target",
    "years": "2025,2030", "since": "2021", "until": "2025", "search": "storage", "metric": "value",
    "indicator": "solar_capacity", "at": "2025", "limit": "50", "offset": "100", "fields": "target_id,value,unit",
    "format": "csv", "lang": "zh", "q": "storage",
}  # fmt: skip


def _sample(name: str) -> str:
    return f"{name}={SAMPLES[name]}" if name in SAMPLES else ""


def _examples(reading: Reading) -> Children:
    words, made = reading.words, []
    for name in EXAMPLES:
        shown = html.Pre(html.Code(example(name, reading.origin)), lang="en")
        made += [html.H3(words(f"api.example.{name}")), html.P(words(f"api.how.{name}"), className="hint"), shown]
    return made


def _feeds(words: Words) -> Children:
    feeds = [f"/feeds/{name}.{form}" for name, form in (*FEEDS, *BRIEFINGS)]
    links = [html.Li(html.A(path, href=path)) for path in feeds]
    sample = "/feeds/targets.atom?regions=140000"
    return [
        html.P(words("api.feeds.lead")),
        html.Ul(links),
        html.P([words("api.feeds.sample"), " ", html.A(sample, href=sample)]),
    ]
