"""What keeps a row out of the data set, told before it is accepted? The build checks everything once more."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccnt_dash.build.decisions import LINKS
from ccnt_dash.review.quotes import stands
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
    "indicator": (
        *("indicator", "name_en", "name_zh", "sector", "unit", "display_unit", "better", "additive"),
        *("definition_en", "definition_zh"),
    ),
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
    "display_unit": "units",
    "strictness": "strictness_levels",
    "level": "levels",
    "doc_type": "doc_types",
    "status": "statuses",
    "status_reason": "status_reasons",
    "confidence": "confidences",
}
LISTS = {"sectors": "sectors", "issuers": "issuers"}
RATINGS = ("green", "amber", "derived")
FEW = {"rating": RATINGS, "better": ("more", "less", "none"), "additive": ("true", "false")}
CODE = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = ("name_en", "definition_en", *LINKS.values())
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
    found = [*_empty(row), *_shapes(row), *_codes(row, vocabulary), *_languages(row)]
    if row.get("becomes") == "indicator":
        found += _indicator(row, vocabulary)
    if row.get("becomes") == "policy":
        found += _links(row, {*vocabulary.policies, *policies})
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
        if column == "indicator" and row.get("becomes") == "indicator":
            continue  # one that is there already can't be new
        if code and code not in vocabulary[table]:
            yield Misfit(column, "new" if code.startswith("new:") else "code")
    for column, table in LISTS.items():
        lost = [code for code in row.get(column, "").split(";") if code and code not in vocabulary[table]]
        if lost:
            yield Misfit(column, "code", ", ".join(lost))
    for column, words in FEW.items():
        if row.get(column, "") not in ("", *words):
            yield Misfit(column, "code")


def _languages(row: Mapping[str, str]) -> Iterator[Misfit]:
    for column in ENGLISH:
        if CHINESE.search(row.get(column, "")):
            yield Misfit(column, "english")
    if row.get("definition_zh") and not CHINESE.search(row["definition_zh"]):
        yield Misfit("definition_zh", "chinese")


def _indicator(row: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[Misfit]:
    code, units = row.get("indicator", ""), vocabulary["units"]
    if code and not re.fullmatch(CODE, code):
        yield Misfit("indicator", "words")
    if code in vocabulary["indicators"]:
        yield Misfit("indicator", "taken", code)
    measured = [units[row[name]]["dimension"] for name in ("unit", "display_unit") if row.get(name) in units]
    if len(set(measured)) > 1:
        yield Misfit("display_unit", "dimension", row["unit"])


def _links(row: Mapping[str, str], known: Container[str]) -> Iterator[Misfit]:
    for relation, reason in LINKS.items():
        other = row.get(relation, "")
        if other and (other == row.get("policy_id") or other not in known):
            yield Misfit(relation, "itself" if other == row.get("policy_id") else "policy")
        if other and not row.get(reason):
            yield Misfit(reason, "empty")
        if row.get(reason) and not other:
            yield Misfit(relation, "empty")
    if (row.get("status") == "superseded") != bool(row.get("superseded_by")):
        yield Misfit("superseded_by", "status")


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
    if row.get("value_source") and not stands(row["value_source"], row.get("quote", "")):
        yield Misfit("value_source", "quote")
    if row.get("base_value") and not row.get("base_year"):
        yield Misfit("base_year", "empty")
    if row.get("base_year", "") > row.get("target_year", "") != "":
        yield Misfit("target_year", "before", row["base_year"])
