"""What keeps a row out of the data set, told before it is accepted? The build checks everything once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccnt_dash.vocab import Vocabulary

NEEDED = {
    "target": (
        *("policy_id", "region", "sector", "kind", "strictness", "quote", "statement_en", "statement_zh"),
        *("source_id", "confidence"),
    ),
    "policy": (
        *("policy_id", "title_en", "title_zh", "region", "level", "doc_type", "status", "status_reason", "source_id"),
        *("sectors", "issuers", "confidence"),
    ),
    "mention": ("policy_id", "source_id"),
    "source": ("source_id", "publisher", "title_en", "title_zh", "accessed", "licence", "rating", "citation"),
}
# Beside a value, none of these may be missing; without one, none of the second may stand.
WITH_VALUE = ("indicator", "comparator", "unit", "value_source", "unit_source")
OF_VALUE = ("comparator", "value_high", "value_aspired")
CODES = {
    "region": "regions",
    "sector": "sectors",
    "indicator": "indicators",
    "comparator": "comparators",
    "unit": "units",
    "strictness": "strictness_levels",
    "level": "levels",
    "doc_type": "doc_types",
    "status": "statuses",
    "status_reason": "status_reasons",
    "confidence": "confidences",
}
LISTS = {"sectors": "sectors", "issuers": "issuers"}
RATINGS = ("green", "amber", "derived")
SHAPES = {
    "value": r"-?[0-9]{1,15}(\.[0-9]{1,15})?",
    "value_high": r"-?[0-9]{1,15}(\.[0-9]{1,15})?",
    "value_aspired": r"-?[0-9]{1,15}(\.[0-9]{1,15})?",
    "base_value": r"-?[0-9]{1,15}(\.[0-9]{1,15})?",
    "base_year": r"(19[5-9][0-9]|20[0-9]{2}|2100)",
    "target_year": r"(19[5-9][0-9]|20[0-9]{2}|2100)",
    "period_start": r"(19[5-9][0-9]|20[0-9]{2}|2100)",
    "period_end": r"(19[5-9][0-9]|20[0-9]{2}|2100)",
    "published": r"(19[5-9][0-9]|20[0-9]{2})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
    "accessed": r"(19[5-9][0-9]|20[0-9]{2})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
    "url": r"https?://[^\s/]+\.[^\s]+",
    "policy_id": r"[a-z0-9-]+",
    "source_id": r"[a-z0-9_-]+",
}


@dataclass(frozen=True)
class Misfit:
    """A column, what is wrong with it (the end of a text key) and what would be right."""

    column: str
    wrong: str
    right: str = ""


def misfits(row: Mapping[str, str], vocabulary: Vocabulary, policies: Sequence[str] = ()) -> list[Misfit]:
    """All that is wrong with a row; `policies` are the ids that the review has made besides those of the data set."""
    found = [*_empty(row), *_shapes(row), *_codes(row, vocabulary)]
    if row.get("becomes") == "target":
        found += [*_values(row, vocabulary), *_kind(row, vocabulary)]
    if row.get("becomes") in ("target", "mention"):
        known = row.get("policy_id", "") in vocabulary.policies or row.get("policy_id", "") in policies
        found += [] if known or not row.get("policy_id") else [Misfit("policy_id", "policy")]
    return list({each.column: each for each in reversed(found)}.values())[::-1]


def _empty(row: Mapping[str, str]) -> Iterator[Misfit]:
    for column in NEEDED.get(row.get("becomes", ""), ()):
        if not row.get(column):
            yield Misfit(column, "empty")


def _shapes(row: Mapping[str, str]) -> Iterator[Misfit]:
    for column, shape in SHAPES.items():
        if row.get(column) and not re.fullmatch(shape, row[column]):
            yield Misfit(column, "shape")


def _codes(row: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[Misfit]:
    for column, table in CODES.items():
        code = row.get(column, "")
        if code and code not in vocabulary[table]:
            yield Misfit(column, "new" if code.startswith("new:") else "code")
    for column, table in LISTS.items():
        lost = [code for code in row.get(column, "").split(";") if code and code not in vocabulary[table]]
        if lost:
            yield Misfit(column, "code", ", ".join(lost))
    if row.get("rating", "") not in ("", *RATINGS):
        yield Misfit("rating", "code")


def _kind(row: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[Misfit]:
    if row.get("kind") and row["kind"] not in vocabulary["target_kinds"]:
        yield Misfit("kind", "code")


def _values(row: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[Misfit]:
    if not row.get("value"):
        yield from (Misfit("value", "empty", column) for column in OF_VALUE if row.get(column))
        return
    for column in WITH_VALUE:
        if not row.get(column):
            yield Misfit(column, "empty")
    known = vocabulary["indicators"].get(row.get("indicator", ""))
    if known and row.get("unit") and row["unit"] != known["unit"]:
        yield Misfit("unit", "unit", str(known["unit"]))
    if (row.get("comparator") == "range") != bool(row.get("value_high")):
        yield Misfit("value_high", "range")
    if row.get("value_source") and not _stands(row["value_source"], row.get("quote", "")):
        yield Misfit("value_source", "quote")
    if row.get("base_value") and not row.get("base_year"):
        yield Misfit("base_year", "empty")
    if row.get("base_year", "") > row.get("target_year", "") != "":
        yield Misfit("target_year", "before", row["base_year"])


def _stands(number: str, quote: str) -> bool:
    """The number itself and not a part of another one, as the build looks for it."""
    pattern = rf"(^[.,]?|[^0-9.,]|[^0-9][.,]){re.escape(number)}([^0-9.,]|[.,][^0-9]|[.,]?$)"
    return re.search(pattern, quote) is not None
