"""What can a program ask for, in the form that machines read? An OpenAPI document, made from the same registries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import FIELDS, FORMATS, LIMITS, OFFSETS, PAGING, USUAL
from ccnt_dash.api.feeds import BRIEFINGS, FEEDS
from ccnt_dash.api.feeds import TYPES as FEED_TYPES
from ccnt_dash.api.problem import TYPE
from ccnt_dash.api.reply import TYPES
from ccnt_dash.api.resources import CODES, RECORDS, ROOT, accepted, narrowing, schema
from ccnt_dash.api.search import PARAMETERS
from ccnt_dash.filters import CODE, LONGEST_SEARCH, MOST_CODES, YEARS, Filters, OneOf, month
from ccnt_dash.taking.extract import TAKEN
from ccnt_dash.taking.meanings import EVERYWHERE, meanings
from ccnt_dash.texts import Words

# A vocabulary of more codes is named, not listed.
MOST_LISTED = 60
Told = dict[str, Any]


def described(answers: Answers, words: Words) -> Told:
    """The document, with descriptions in the reader's language."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words("site.title"),
            "version": "1",
            "summary": words("tells.api"),
            "description": words("about.licence"),
        },
        "servers": [{"url": "/"}],
        "paths": {**_lists(words), **_others(words), **_feeds(words)},
        "components": {
            "parameters": {name: _parameter(name, words) for name in (*FIELDS, *PAGING, "q")},
            "schemas": {**_rows(answers, words), "Problem": PROBLEM},
            "responses": {"Problem": _content("Problem", {TYPE: _to("schemas", "Problem")})},
        },
    }


PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        **{name: {"type": "string"} for name in ("type", "title", "detail", "parameter")},
        "status": {"type": "integer", "minimum": 400},
    },
}


def _to(kind: str, name: str) -> Told:
    return {"$ref": f"#/components/{kind}/{name}"}


def _content(told: str, types: dict[str, Told]) -> Told:
    return {"description": told, "content": {type_: {"schema": schema} for type_, schema in types.items()}}


def _get(name: str, told: str, params: Iterable[str], answer: Told, *path: Told) -> Told:
    refused = {status: _to("responses", "Problem") for status in ("400", "404", "405", "406")}
    responses = {"200": answer, "304": {"description": "Not modified"}, **refused}
    given = [*path, *(_to("parameters", each) for each in params)]
    return {"get": {"operationId": name, "summary": told, "parameters": given, "responses": responses}}


def _list(name: str, told: str, params: Iterable[str], row: Told, *path: Told) -> Told:
    forms = {TYPES["json"]: _envelope(row), TYPES["csv"]: {"type": "string"}, TYPES["parquet"]: {"type": "string"}}
    return _get(name, told, params, _content(told, forms), *path)


def _envelope(row: Told) -> Told:
    texts = {name: {"type": "string"} for name in ("version", "sentence", "licence")}
    counts = {name: {"type": "integer", "minimum": 0} for name in ("total", "limit", "offset")}
    sources = {"type": "array", "items": _to("schemas", "sources")}
    properties = {"data": {"type": "array", "items": row}, **counts, "next": {"type": ["string", "null"]}, **texts}
    return {"type": "object", "required": [*properties], "properties": {**properties, "sources": sources}}


def _lists(words: Words) -> Told:
    made = {
        f"{ROOT}/{name}": _list(name, words(f"api.{name}"), accepted(view), _to("schemas", name))
        for name, view in RECORDS.items()
    }
    table, view = _named("table", CODES), _named("view", TAKEN)
    codes = _list("vocabulary", words("api.vocabulary"), ("lang", *PAGING), {"type": "object"}, table)
    made[f"{ROOT}/vocabularies/{{table}}"] = codes
    rows = _list("view", words("api.view"), accepted(None), {"type": "object"}, view)
    return {**made, f"{ROOT}/views/{{view}}": rows}


def _others(words: Words) -> Told:
    found = _content(words("api.data"), {TYPES["json"]: {"type": "object"}})
    code = {"name": "policy", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"}}
    return {
        f"{ROOT}/policies/{{policy}}": _get("policy", words("api.policy"), ("lang",), found, code),
        f"{ROOT}/vocabularies": _get("vocabularies", words("api.vocabularies"), ("lang",), found),
        f"{ROOT}/views": _get("views", words("api.views"), ("lang",), found),
        f"{ROOT}/search": _get("search", words("api.search"), PARAMETERS, found),
        f"{ROOT}/": _get("index", words("api.index"), ("lang",), found),
        f"{ROOT}/openapi.json": _get("openapi", words("api.openapi"), ("lang",), found),
    }


def _feeds(words: Words) -> Told:
    answers = {"atom": {"type": "string"}, "json": {"type": "object"}}
    return {
        f"/feeds/{name}.{form}": _get(
            f"{name}_{form}",
            words(f"feed.{name}", site=words("site.title")),
            (*(narrowing(RECORDS[name]) if name in RECORDS else ()), "lang", "theme"),
            _content(words("api.feeds"), {FEED_TYPES[form]: answers[form]}),
        )
        for name, form in (*FEEDS, *BRIEFINGS)
    }


def _named(name: str, known: Iterable[str]) -> Told:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": [*known]}}


def _rows(answers: Answers, words: Words) -> Told:
    """The schema of each table of records, its columns told by the dictionary."""
    lines = meanings(answers)
    # Columns that are put together for the answer stand in no table.
    made = {name: words(f"api.column.{name}") for name in ("sectors", "issuers", "targets")}
    anywhere = {name: line[words.lang] for (thing, name), line in lines.items() if thing == EVERYWHERE} | made
    own = {
        table: {name: line[words.lang] for (thing, name), line in lines.items() if thing == table} for table in RECORDS
    }
    columns = {name: answers.columns(view, Filters()) for name, view in RECORDS.items()}
    return {
        name: schema({each: type_ for each, type_ in found.items() if each != "key"}, anywhere | own[name])
        for name, found in columns.items()
    }


def _parameter(name: str, words: Words) -> Told:
    schema = _schema(name, words)
    listed = {"style": "form", "explode": False} if schema["type"] == "array" else {}
    told = {"name": name, "in": "query", "description": words(f"api.param.{name}"), "schema": schema, **listed}
    return {**told, "required": True} if name == "q" else told


def _schema(name: str, words: Words) -> Told:
    """What the values of a parameter may be."""
    if name in ("q", "search"):
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH}
    if name in PAGING:
        return _paging(name)
    field = FIELDS[name]
    reader, table = field.metadata["read"], field.metadata["vocabulary"]
    if isinstance(reader, OneOf):
        return {"type": "string", "enum": [each for each in reader.allowed if each]}
    if name == "page":
        return {"type": "integer", "minimum": 1, "maximum": 999_999}
    if reader is month:
        return {"type": "string", "pattern": "^(19[5-9][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])$"}
    one = _code(table, words) if table or isinstance(field.default, str) else _within(YEARS)
    return {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_CODES} if field.default == () else one


def _code(table: str, words: Words) -> Told:
    known = [] if table in ("", "policies") else list(words.vocabulary[table])
    return {"type": "string", **({"enum": known} if 0 < len(known) < MOST_LISTED else {"pattern": f"^{CODE.pattern}$"})}


def _paging(name: str) -> Told:
    return {
        "limit": {**_within(LIMITS), "default": USUAL},
        "offset": {**_within(OFFSETS), "default": 0},
        "fields": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "format": {"type": "string", "enum": [*FORMATS]},
    }[name]


def _within(allowed: range) -> Told:
    return {"type": "integer", "minimum": allowed.start, "maximum": allowed.stop - 1}
