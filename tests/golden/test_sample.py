"""Do the numbers in the report of the sample read by eye agree with its judgments?"""

from __future__ import annotations

import csv
import json
import re
from math import sqrt
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
FIELDS = ("kind", "value", "unit", "target_year", "region", "comparator", "indicator", "base_year")
ROWS = list(csv.DictReader((DOCS / "ingest_sample.csv").read_text(encoding="utf-8").splitlines()))
PAGE = (DOCS / "ingest_sample.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) \| ([\d.]+)–([\d.]+) \|$", PAGE, re.M)


def known_documents() -> set[str]:
    passages = (Path(__file__).parent / "ingest").glob("*/*.json")
    return {json.loads(path.read_text(encoding="utf-8"))["document"] for path in passages}


def worst(row: dict[str, str]) -> str:
    marks = {row[f"{field}_judged"] for field in ("kind", "value", "unit", "target_year")}
    return next(mark for mark in ("wrong", "unclear", "right") if mark in marks)


def judged(what: str) -> list[str]:
    """The judgments that a line of the page counts."""
    targets = [row for row in ROWS if row["kind"] == "target"]
    kinds = {row["kind"] for row in ROWS}
    if what == "all kinds":
        return [row["kind_judged"] for row in ROWS]
    if what == "value, unit and year":
        return [worst(row) for row in targets]
    if what == "value, unit and year, other documents":
        known = known_documents()
        return [worst(row) for row in targets if row["file"].removesuffix(".txt").strip() not in known]
    if what in kinds:
        return [row["kind_judged"] for row in ROWS if row["kind"] == what]
    kind, _, field = what.rpartition(": ")
    marks = [row[f"{field}_judged"] for row in ROWS if kind in ("", row["kind"])]
    return [mark for mark in marks if mark]


def wilson(right: int, count: int) -> tuple[float, float]:
    z = 1.959964
    middle, square = right / count + z * z / (2 * count), z * z / count
    half = z * sqrt(right / count * (1 - right / count) / count + square / (4 * count))
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def test_a_hundred_candidates_are_judged_and_every_error_is_told() -> None:
    assert len({row["candidate_id"] for row in ROWS}) == len(ROWS) == 100
    assert "fact" not in {row["kind"] for row in ROWS}
    for row in ROWS:
        marks = [row[f"{field}_judged"] for field in FIELDS]
        assert set(marks) <= {"right", "wrong", "unclear", ""}
        assert bool(row["what_is_wrong"]) == bool({"wrong", "unclear"} & set(marks))
        assert 0 < len(row["quote"]) <= 60


def test_the_page_has_a_line_for_every_kind_and_field() -> None:
    kinds, told = {row["kind"] for row in ROWS}, {line[0] for line in LINES}
    fields = {f"{kind}: {field}" for kind in kinds for field in FIELDS[1:] if judged(f"{kind}: {field}")}
    assert told == {
        "all kinds",
        "value, unit and year",
        "value, unit and year, other documents",
        *kinds,
        *FIELDS[1:],
        *fields,
    }


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line[0]))
def test_a_line_of_the_page_agrees_with_the_judgments(line: tuple[str, ...]) -> None:
    what, *numbers = line
    marks = judged(what)
    right = marks.count("right")
    counts = [len(marks), right, marks.count("unclear"), marks.count("wrong")]
    shares = [f"{max(share, 0):.2f}" for share in (right / len(marks), *wilson(right, len(marks)))]
    assert numbers == [*map(str, counts), *shares]


def test_the_errors_told_in_words_are_as_many_as_in_the_judgments() -> None:
    names = sum(row["indicator_judged"] == "wrong" for row in ROWS)
    wrong = sum(row[f"{field}_judged"] == "wrong" for row in ROWS for field in FIELDS)
    assert f"({names} of the {wrong} wrong fields)" in PAGE
    parts = [int(number) for number in re.findall(r"^  - .+ \((\d+)\)", PAGE, re.M)]
    assert sum(parts) == names
