"""Does a search find what a reader means, best first, and nothing where nothing is meant?

`queries.csv` holds what was asked, within how many of the first the documents must be that it means, and these; none
are named where nothing may be found.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.views import VIEWS

TABLE = VIEWS["table"]
with (Path(__file__).parent / "search" / "queries.csv").open(encoding="utf-8", newline="") as text:
    CASES = list(csv.DictReader(text))
MEANT = [case for case in CASES if case["hits"]]
HOSTILE = ["' OR 1=1 --", "+", "*", '"', "“”", "\\", "[", "'; DROP TABLE postings; --", "碳" * 120, "a*", "𝟙🌏", "–"]


def asked(case: dict[str, str]) -> Filters:
    return Filters(search=case["query"], lang=case["lang"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"])
def test_a_search_finds_what_is_meant(case: dict[str, str], answers: Answers) -> None:
    found = [row["key"] for row in answers.rows(TABLE, asked(case))]
    if not case["hits"]:
        assert found == []
        assert answers.numbers(asked(case))["policies"] == 0
    assert set(filter(None, case["hits"].split(";"))) <= set(found[: int(case["within"])])


@pytest.mark.parametrize("case", MEANT, ids=lambda case: case["query"])
def test_every_row_says_why_it_was_found(case: dict[str, str], answers: Answers) -> None:
    for row in answers.drawn(TABLE, asked(case))["rows"]:
        told = [*row["marks"], *(part for why in row["why"] for part in why["parts"])]
        assert any(hit for _, hit in told), row["title"]
        assert "".join(text for text, _ in row["marks"]) == row["title"]


@pytest.mark.parametrize("case", MEANT, ids=lambda case: case["query"])
def test_all_hits_are_there_best_first(case: dict[str, str], answers: Answers) -> None:
    whole = answers.whole(TABLE, asked(case))
    assert len(whole) == answers.numbers(asked(case))["policies"]
    matches = [row["relevance"] for row in whole if row["relevance"] is not None]
    assert matches == sorted(matches, reverse=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_answered(text: str, answers: Answers) -> None:
    for view in ("table", "numbers", "progress", "map", "timeline"):
        assert answers.drawn(VIEWS[view], Filters(search=text)) is not None


def test_a_search_and_other_choices_narrow_together(answers: Answers) -> None:
    every = {row["key"] for row in answers.whole(TABLE, Filters(search="carbon peaking"))}
    there = {row["key"] for row in answers.whole(TABLE, Filters(regions=("310000",)))}
    both = {row["key"] for row in answers.whole(TABLE, Filters(search="carbon peaking", regions=("310000",)))}
    assert both == every & there != set()


@pytest.mark.parametrize(("sort", "automatic"), [("", "relevance-desc"), ("published-desc", "published-desc")])
def test_the_best_match_comes_first_unless_another_order_is_chosen(sort: str, automatic: str, answers: Answers) -> None:
    filters = Filters(search="storage", sort=sort)
    assert filters.sorted_as == automatic
    rows = answers.whole(TABLE, filters)
    column = automatic.split("-", maxsplit=1)[0]
    values = [row[column] or "" for row in rows]
    assert values == sorted(values, reverse=True)


def test_the_best_match_of_no_search_is_the_newest(answers: Answers) -> None:
    assert Filters(sort="relevance-desc").sorted_as == "published-desc"
    assert answers.rows(TABLE, Filters(sort="relevance-asc")) == answers.rows(TABLE, Filters())
