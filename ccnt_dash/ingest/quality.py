"""How much of what a reader found do the rules find, and how much of what they find is right?"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.finders import Finder
from ccnt_dash.ingest.passages import Passage

TOLERANCE = 1e-6
# What is compared of a target once value, unit and year agree.
FIELDS = (
    "kind",
    "region",
    "comparator",
    "indicator",
    "sector",
    "strictness",
    "base_year",
    "value_high",
    "value_aspired",
)
WITH_VALUE = ("target", "subsidy", "condition")
Row = Mapping[str, Any]
Units = Mapping[str, tuple[str, float]]


@dataclass(frozen=True)
class Outcome:
    """What became of one passage: answers met by a candidate, answers without one, candidates without an answer."""

    passage: Passage
    pairs: tuple[tuple[Row, Candidate], ...]
    missed: tuple[Row, ...]
    surplus: tuple[Candidate, ...]


@dataclass(frozen=True)
class Tally:
    """How many answers there are, how many candidates were found, how many of them are right."""

    support: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the answers that was found; None where there is none."""
        return self.right / self.support if self.support else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where neither is known."""
        return 2 * self.right / (self.found + self.support) if self.found + self.support else None


def units(data: Path) -> Units:
    """Code -> dimension and factor to its basic unit, from `data`/vocab/units.csv."""
    with (data / "vocab" / "units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: (row["dimension"], float(row["factor"])) for row in csv.DictReader(file)}


def outcomes(read: Sequence[Passage], by: Mapping[str, Finder], known: Units) -> list[Outcome]:
    """Run the finders over the passages whose language they know."""
    return [outcome(each, by[each.lang](each.source), known) for each in read if each.lang in by]


def outcome(passage: Passage, found: Sequence[Candidate], known: Units) -> Outcome:
    """Pair answers and candidates one to one.

    With a value they pair by value (in the basic unit of its dimension), dimension and target year, milestones by year
    and words. Facts, named policies and what was found before the passage count for nothing.
    """
    counted = [each for each in found if each.start >= passage.begin and each.kind in (*WITH_VALUE, "milestone")]
    likely = sorted(
        ((_likeness(passage, row, each), -i, -j) for i, row in enumerate(passage.targets)
         for j, each in enumerate(counted) if _same(passage, row, each, known)),
        reverse=True,
    )  # fmt: skip
    rows: dict[int, int] = {}
    for _, i, j in likely:
        if -i not in rows and -j not in rows.values():
            rows[-i] = -j
    return Outcome(
        passage,
        tuple((passage.targets[i], counted[j]) for i, j in sorted(rows.items())),
        tuple(row for i, row in enumerate(passage.targets) if i not in rows),
        tuple(each for j, each in enumerate(counted) if j not in rows.values()),
    )


def value_of(row: Row | Candidate, known: Units) -> tuple[str, float] | None:
    """Dimension and value in its basic unit; None where there is no value."""
    value, unit = (row.value, row.unit) if isinstance(row, Candidate) else (row["value"], row["unit"])
    if value is None:
        return None
    dimension, factor = known.get(unit or "", ("", 1.0))
    return dimension, value * factor


def agree(row: Row, candidate: Candidate, field: str) -> bool:
    """Whether a paired candidate has the same `field`. A new indicator has no code: its name is free."""
    wanted, got = row[field], getattr(candidate, field)
    if field == "indicator" and str(wanted).startswith("new:"):
        return str(got).startswith("new:")
    return (wanted or None) == (got or None)


def tally(done: Sequence[Outcome], kinds: Sequence[str] = ("target",)) -> Tally:
    """Answers, candidates and right ones of `kinds`; right is what has a partner that is also of them."""
    support = sum(row["kind"] in kinds and _counts(row["kind"], row["value"]) for row in _answers(done))
    found = sum(each.kind in kinds for each in _candidates(done))
    right = sum(row["kind"] in kinds and each.kind in kinds for each_ in done for row, each in each_.pairs)
    return Tally(support, found, right)


def fields(done: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """Field -> how many of the paired targets have it right, and how many are paired."""
    pairs = [pair for each in done for pair in each.pairs if pair[0]["value"] is not None]
    return {field: (sum(agree(*pair, field) for pair in pairs), len(pairs)) for field in FIELDS}


def why_missed(done: Outcome, row: Row, known: Units) -> str:
    """What went wrong with an answer that met no candidate: year, unit or not found."""
    wanted = value_of(row, known)
    if wanted is None:
        return "milestone not found"
    for each in done.surplus:
        got = value_of(each, known)
        if got and isclose(got[1], wanted[1], rel_tol=TOLERANCE):
            return "other year" if got[0] == wanted[0] else "other unit"
    return "value not found"


def why_surplus(done: Outcome, candidate: Candidate, known: Units) -> str:
    """What a candidate without an answer is: one with another year or unit, or a number that is no target, and why."""
    got = value_of(candidate, known)
    for row in done.missed:
        wanted = value_of(row, known)
        if got and wanted and isclose(got[1], wanted[1], rel_tol=TOLERANCE):
            return "other year" if got[0] == wanted[0] else "other unit"
    for row in done.passage.others:
        at = done.passage.source.text.find(row["quote"], done.passage.begin)
        if at <= candidate.figure < at + len(row["quote"]):
            return str(row["why"])
    return "milestone not in the key" if got is None else "value not in the key"


def _counts(kind: str, value: float | None) -> bool:
    return kind == "milestone" or value is not None


def _answers(done: Sequence[Outcome]) -> list[Row]:
    return [row for each in done for row in each.passage.targets]


def _candidates(done: Sequence[Outcome]) -> list[Candidate]:
    return [each for one in done for each in (*(pair[1] for pair in one.pairs), *one.surplus)]


def _same(passage: Passage, row: Row, candidate: Candidate, known: Units) -> bool:
    if row["target_year"] != candidate.target_year:
        return False
    wanted, got = value_of(row, known), value_of(candidate, known)
    if wanted is None or got is None:
        return wanted is got and _overlap(passage, row, candidate) > 0
    return wanted[0] == got[0] and isclose(wanted[1], got[1], rel_tol=TOLERANCE, abs_tol=1e-12)


def _overlap(passage: Passage, row: Row, candidate: Candidate) -> int:
    at = passage.source.text.find(row["quote"], passage.begin)
    return max(0, min(at + len(row["quote"]), candidate.end) - max(at, candidate.start))


def _likeness(passage: Passage, row: Row, candidate: Candidate) -> tuple[bool, bool, int, int]:
    alike = sum(agree(row, candidate, field) for field in FIELDS)
    near = _overlap(passage, row, candidate)
    return agree(row, candidate, "kind"), near > 0, alike, near
