"""What can a program ask for, by which parameters, and what comes back?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import FIELDS, PAGING, USUAL, Asked
from ccnt_dash.filters import Filters
from ccnt_dash.store import parameters
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.views.base import View
from ccnt_dash.views.records import TABLES
from ccnt_dash.vocab import TABLES as VOCABULARIES

ROOT = "/api/v1"
# More rows than any table has: what a file without a limit asks for.
ALL = 2**31
# How things are shown: accepted everywhere, so that the address of a page can be pasted.
SHOWN = tuple(name for name, field in FIELDS.items() if not field.metadata["narrows"])
RECORDS = {view.id.removeprefix("all_"): view for view in TABLES}
CODES = {table: View(table, sql, lambda rows, *_: rows) for table, sql in VOCABULARIES.items()}
PYTHON = {"INTEGER": int, "BIGINT": int, "HUGEINT": int, "DOUBLE": float, "BOOLEAN": bool}
JSON_TYPES = {"VARCHAR": "string", "INTEGER": "integer", "BIGINT": "integer", "HUGEINT": "integer", "DOUBLE": "number",
              "BOOLEAN": "boolean"}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """Rows of one answer, how many there are in all, and what must be known of them."""

    columns: Mapping[str, str]
    rows: list[Mapping[str, Any]]
    total: int
    sentence: str
    sources: list[Mapping[str, Any]]


def accepted(view: View | None) -> tuple[str, ...]:
    """Parameters of a list of records (of a view of the page where None), without those of paging."""
    used = [name for name in FIELDS if view is None or name in SHOWN or name in parameters(view.sql)]
    return (*used, *PAGING)


def narrowing(view: View) -> tuple[str, ...]:
    """Parameters that decide which records of a list are meant."""
    return tuple(name for name in FIELDS if name in parameters(view.sql))


def size(asked: Asked, form: str) -> int:
    """How many rows are wanted: those of a page in JSON, all in a file."""
    return asked.limit or (USUAL if form == "json" else ALL)


def records(answers: Answers, name: str, asked: Asked, form: str) -> Piece:
    """A piece of a table of records or of a vocabulary."""
    view = RECORDS.get(name) or CODES[name]
    columns = {each: type_ for each, type_ in answers.columns(view, asked.filters).items() if each != "key"}
    found, total = answers.piece(view, asked.filters, size(asked, form), asked.offset)
    rows: list[Mapping[str, Any]] = [{each: row[each] for each in columns} for row in found]
    known = answers.vocabulary()["sources"]
    named = dict.fromkeys(row["source_id"] for row in rows if row.get("source_id"))
    return Piece(columns, rows, total, sentence(answers, view, asked.filters, total), [known[code] for code in named])


def of_view(answers: Answers, view: str, asked: Asked, form: str) -> Piece:
    """A piece of what a view of the page holds."""
    found = extract(answers, TAKEN[view], asked.filters)
    types = answers.columns(TAKEN[view], asked.filters)
    columns = {column.name: _flat(types.get(column.name, "BOOLEAN")) for column in found.columns}  # `chosen` is added
    rows = list(found.rows[asked.offset : asked.offset + size(asked, form)])
    return Piece(columns, rows, len(found.rows), found.sentence, list(found.sources))


def sentence(answers: Answers, view: View, filters: Filters, total: int) -> str:
    """What was asked of a table, in words, and how many rows that is."""
    words, used = answers.words(filters), narrowing(view)
    said = [label for name, label in answers.chips(filters) if name in used]
    if filters.indicator and "indicator" in used:
        said.append(words.name("indicators", filters.indicator))
    subject = words("list.dot").join(said) or words("sentence.everything")
    name = view.id.removeprefix("all_")
    named = words(f"api.name.{name}") if name in RECORDS else name
    return words("api.sentence", subject=subject, rows=words.number(total), name=named)


def schema(columns: Mapping[str, str], meanings: Mapping[str, str]) -> dict[str, Any]:
    """JSON schema of a row."""
    properties = {name: _property(type_, meanings.get(name, "")) for name, type_ in columns.items()}
    return {"type": "object", "properties": properties}


def _property(type_: str, meaning: str) -> dict[str, Any]:
    made: dict[str, Any] = {"type": ["array", "null"], "items": {"type": "string"}} if type_ == "VARCHAR[]" else {}
    if not made and type_ in JSON_TYPES:
        made = {"type": [JSON_TYPES[type_], "null"]}
    return {**made, **({"description": meaning} if meaning else {})}


def _flat(type_: str) -> str:
    return type_ if type_ in JSON_TYPES else "VARCHAR"


def python_types(columns: Mapping[str, str], names: Iterable[str]) -> dict[str, type]:
    """Column -> the type of its values in a file; whatever is no number or truth is text."""
    return {name: PYTHON.get(columns[name], str) for name in names}
