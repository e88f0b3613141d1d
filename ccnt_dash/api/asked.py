"""What does a program ask for? Its parameters as Filters and a piece of rows; what is wrong is said, not dropped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any

from ccnt_dash.api.problem import ProblemError
from ccnt_dash.filters import CODE, LONGEST_SEARCH, MOST_CODES, YEARS, Filters, OneOf, month
from ccnt_dash.vocab import Vocabulary

FIELDS = {each.name: each for each in fields(Filters)}
FORMATS = ("json", "csv", "parquet")
PAGING = ("limit", "offset", "fields", "format")
LIMITS = range(1, 1001)
OFFSETS = range(1_000_001)
USUAL = 100
# More codes than a sentence can name: their vocabulary is named instead.
MOST_NAMED = 20
LONGEST_VALUE = 200


@dataclass(frozen=True)
class Asked:
    """Which rows, which columns of them (none named: all), and in which form ("" where Accept decides)."""

    filters: Filters
    limit: int | None
    offset: int
    fields: tuple[str, ...]
    format: str


def asked(params: Mapping[str, list[str]], accepted: Collection[str], vocabulary: Vocabulary) -> Asked:
    """The parameters of a request (name -> its values), of which only `accepted` may be there; Problem otherwise."""
    for name, values in params.items():
        if name not in accepted:
            raise ProblemError(400, "unknown", parameter=_cut(name), right=", ".join(sorted(accepted)))
        if len(values) > 1:
            raise ProblemError(400, "twice", parameter=name, right=_cut(",".join(values)))
    given = {name: values[0] for name, values in params.items()}
    chosen: dict[str, Any] = {name: read(name, text, vocabulary) for name, text in given.items() if name in FIELDS}
    if "q" in given:
        chosen["search"] = _search("q", given["q"])
    return Asked(
        Filters(**chosen),
        _number("limit", given["limit"], LIMITS) if "limit" in given else None,
        _number("offset", given.get("offset", "0"), OFFSETS),
        tuple(dict.fromkeys(given["fields"].split(","))) if "fields" in given else (),
        _format(given["format"]) if "format" in given else "",
    )


def read(name: str, text: str, vocabulary: Vocabulary) -> Any:
    """The value of a field of Filters as a program wrote it; Problem where the page would drop it."""
    field = FIELDS[name]
    reader, table = field.metadata["read"], field.metadata["vocabulary"]
    if name == "search":
        return _search(name, text)
    if isinstance(reader, OneOf):
        return _one_of(name, text, reader.allowed)
    if name == "page":
        return _number(name, text, range(1, 1_000_000))
    if reader is month:
        return _month(name, text)
    if isinstance(field.default, tuple):
        parts = text.split(",")
        if len(parts) > MOST_CODES:
            raise ProblemError(400, "many", parameter=name, value=len(parts), right=MOST_CODES)
        read_one = [_code(name, part, table, vocabulary) if table else _year(name, part) for part in parts]
        return tuple(dict.fromkeys(read_one) if table else sorted(set(read_one)))
    return _code(name, text, table, vocabulary) if isinstance(field.default, str) else _year(name, text)


def columns_of(asked: Asked, known: Collection[str]) -> list[str]:
    """The columns that are wanted, in the order named; all where none is."""
    for name in asked.fields:
        if name not in known:
            raise ProblemError(400, "value", parameter="fields", value=_cut(name), right=", ".join(known))
    return list(asked.fields or known)


def _code(name: str, text: str, table: str, vocabulary: Vocabulary) -> str:
    known = vocabulary.known()[table] if table else None
    if not CODE.fullmatch(text) or (known is not None and text not in known):
        short = table and table != "policies" and len(vocabulary[table]) <= MOST_NAMED
        where = "/api/v1/policies" if table == "policies" else f"/api/v1/vocabularies/{table}"
        right = ", ".join(vocabulary[table]) if short else where if table else CODE.pattern
        raise ProblemError(400, "value", parameter=name, value=_cut(text), right=right)
    return text


def _month(name: str, text: str) -> str:
    if not month(text):
        right = f"YYYY-MM, {YEARS.start}–{YEARS.stop - 1}"
        raise ProblemError(400, "value", parameter=name, value=_cut(text), right=right)
    return text


def _year(name: str, text: str) -> int:
    return _number(name, text, YEARS)


def _number(name: str, text: str, allowed: range) -> int:
    # Only as a number is written: no sign, no leading zero, and no more digits than the greatest has.
    plain = text.isascii() and text.isdigit() and len(text) <= 7 and text == str(int(text))
    if not plain or int(text) not in allowed:
        raise ProblemError(400, "value", parameter=name, value=_cut(text), right=f"{allowed.start}–{allowed.stop - 1}")
    return int(text)


def _search(name: str, text: str) -> str:
    if not text.strip() or len(text) > LONGEST_SEARCH or not text.isprintable():
        raise ProblemError(400, "search", parameter=name, value=_cut(text), right=LONGEST_SEARCH)
    return " ".join(text.split())


def _one_of(name: str, text: str, allowed: tuple[str, ...]) -> str:
    if not text or text not in allowed:
        right = ", ".join(filter(None, allowed))
        raise ProblemError(400, "value", parameter=name, value=_cut(text), right=right)
    return text


def _format(text: str) -> str:
    return _one_of("format", text, FORMATS)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
