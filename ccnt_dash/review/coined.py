"""Which indicators do decisions add to the vocabulary, what would a new one be, and who would miss it if it went?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ccnt_dash.build.decisions import Cells, Decision, sort_in, standing
from ccnt_dash.review.quotes import amount, language_of
from ccnt_dash.vocab import Vocabulary

NEW = "new:"
CODE = re.compile(r"[^a-z0-9]+")
LONGEST_CODE = 60
TEXTS = (
    "indicator",
    "sector",
    "unit",
    "display_unit",
    "better",
    "name_en",
    "name_zh",
    "definition_en",
    "definition_zh",
)
# Whether more is an improvement, as the signs of a target tell it.
BETTER = {">=": "more", ">": "more", "<=": "less", "<": "less"}


def codes(decisions: Iterable[Decision]) -> frozenset[str]:
    """Codes of the indicators that decisions make."""
    parts = (part for each in decisions for part in each.parts if part.get("becomes") == "indicator")
    return frozenset(part["indicator"] for part in parts)


def with_more(vocabulary: Vocabulary, made: Sequence[Cells], only_decided: frozenset[str]) -> Vocabulary:
    """The vocabulary with new indicators among those of their sectors; what is only decided counts while it is made."""
    if not made and not only_decided:
        return vocabulary
    known = {code: row for code, row in vocabulary["indicators"].items() if code not in only_decided}
    for cells in made:
        sort = sort_in(cells.get("sector", ""), ((row["sector"], row["sort"]) for row in known.values()))
        told = {name: cells.get(name, "") for name in TEXTS}
        known.setdefault(cells["indicator"], {**told, "additive": cells.get("additive") == "true", "sort": sort})
    ordered = dict(sorted(known.items(), key=lambda each: (each[1]["sort"], each[0])))
    return Vocabulary({**vocabulary.tables, "indicators": ordered}, vocabulary.policies)


def is_new(row: Cells, vocabulary: Vocabulary) -> bool:
    """Has a target an indicator that the vocabulary lacks?"""
    return row.get("becomes") == "target" and row.get("indicator", "") not in vocabulary["indicators"]


def drafted(row: Cells, vocabulary: Vocabulary) -> dict[str, str]:
    """The row of a new indicator, as far as a target and the indicators of the same unit tell."""
    name = row.get("indicator", "").removeprefix(NEW).strip()
    lang, unit = language_of(name), row.get("unit", "")
    code = CODE.sub("_", name.lower()).strip("_") if lang == "en" else ""
    same = [each for each in vocabulary["indicators"].values() if each["unit"] == unit]
    return {
        "becomes": "indicator",
        "indicator": code[:LONGEST_CODE].strip("_"),
        f"name_{lang}": name[:1].upper() + name[1:],
        "sector": row.get("sector", ""),
        "unit": unit,
        "display_unit": _display_unit(row, same, vocabulary),
        "better": BETTER.get(row.get("comparator", ""), ""),
        "additive": _usual(str(each["additive"]).lower() for each in same),
    }


def _display_unit(row: Cells, same: Sequence[Mapping[str, Any]], vocabulary: Vocabulary) -> str:
    """The usual one beside that unit, unless the value would be a fraction of it."""
    unit, value = row.get("unit", ""), amount(row.get("value", ""))
    usual, known = _usual(str(each["display_unit"]) for each in same), vocabulary["units"]
    if not usual or value is None or unit not in known:
        return unit
    return usual if value * known[unit]["factor"] >= known[usual]["factor"] else unit


def _usual(found: Iterable[str]) -> str:
    return next((each for each, _ in Counter(found).most_common(1)), "")


def named(rows: Sequence[dict[str, str]]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of a form, targets without a known indicator having the new one and its sector; the new one."""
    fresh = [row for row in rows if row.get("becomes") == "indicator"]
    others = [row for row in rows if row.get("becomes") != "indicator"]
    if not fresh:
        return others, fresh
    code, sector = (fresh[0].get(name, "") for name in ("indicator", "sector"))
    return [
        {**row, "indicator": code, "sector": row.get("sector") or sector} if _lacks(row) else row for row in others
    ], fresh


def _lacks(row: Cells) -> bool:
    said = row.get("indicator", "")
    return row.get("becomes") == "target" and (not said or said.startswith(NEW))


def stranded(decisions: Sequence[Decision], more: Decision, known: Iterable[str]) -> dict[str, str]:
    """Targets of standing decisions that would be left without their indicator if `more` were decided: id -> code.

    `known` are the codes that are there whatever is decided.
    """
    if not codes(decisions):
        return {}
    before, after = (_homeless(each, set(known)) for each in (decisions, [*decisions, more]))
    return {key: code for key, code in after.items() if key not in before}


def _homeless(decisions: Sequence[Decision], known: set[str]) -> dict[str, str]:
    stands = standing(decisions).in_force()
    there = known | codes(stands)
    parts = [part for each in stands for part in each.parts if part.get("becomes") == "target"]
    return {part["target_id"]: part["indicator"] for part in parts if part.get("indicator") not in (None, "", *there)}
