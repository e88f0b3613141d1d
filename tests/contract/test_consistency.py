"""Do the lists of what doesn't fit find it, and nothing else?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS
from tests.contract.invented import GEOMETRY, append, invented

LIKE = "invented-national-plan.06"  # 6,500 MW of storage in Shanxi in 2024, set by a national plan
STORAGE = {"value_source": "1", "unit_source": "lanterns", "quote": "1 lantern", "comparator": "=", "base_year": ""}


def listed(name: str, folder: Path, *more: dict[str, str]) -> list[dict[str, Any]]:
    """A list on the invented data with more targets on storage."""
    invented(folder)
    for at, cells in enumerate(more):
        append(
            folder / "targets/invented.csv", LIKE, {**STORAGE, "target_id": f"invented-national-plan.1{at}", **cells}
        )
    store = Store(build(folder, folder.parent / "ccnt.duckdb", GEOMETRY).database)
    found: list[dict[str, Any]] = Answers(store, ROOT / "assets").drawn(VIEWS[name], Filters())
    return found


def test_the_provinces_are_added_and_set_against_the_nation(folder: Path) -> None:
    nation = {"region": "100000", "value": "20000", "target_year": "2024"}
    other = {"region": "150000", "value": "3500", "target_year": "2024"}
    later = {"region": "150000", "value": "90000", "target_year": "2030"}
    (row,) = listed("sums", folder, nation, other, later)
    assert (row["target"], row["sum"], row["places"], row["ratio"]) == ("20\u202fGW", "10\u202fGW", 2, "50")


def test_a_stair_that_goes_back_is_found_and_one_that_rises_is_not(folder: Path) -> None:
    lower = {"region": "140000", "value": "6000", "target_year": "2027"}
    higher = {"region": "140000", "value": "9000", "target_year": "2030"}
    (row,) = listed("stairs", folder, lower, higher)
    assert (row["year"], row["target"], row["other_year"], row["other"]) == (2024, "6.5\u202fGW", 2027, "6\u202fGW")


def test_a_value_far_from_the_others_is_found(folder: Path) -> None:
    places = ("150000", "210000", "220000", "230000")
    others = [{"region": place, "value": "7000", "target_year": "2024"} for place in places]
    slipped = {"region": "370000", "value": "700000", "target_year": "2024"}
    (row,) = listed("outliers", folder, *others, slipped)
    assert (row["region"], row["middle"], row["places"], row["ratio"]) == ("Shandong", "7\u202fGW", 6, "100")


def test_a_deadline_without_a_result_is_listed_with_the_reason(folder: Path) -> None:
    past = {"region": "150000", "value": "7000", "target_year": "2022"}
    rows = listed("overdue", folder, {**past, "policy_id": "invented-national-plan"})
    row = next(row for row in rows if row["region"] == "Inner Mongolia")
    assert (row["year"], row["why"]) == (2022, "The series has no value for this place and base year.")
    assert row["days"] == 701  # from the end of 2022 to 2024-12-01


def test_the_newest_document_is_told_to_ask_more_or_less(answers: Answers) -> None:
    rows = answers.drawn(VIEWS["disagreements"], Filters())
    found = {(row["region"], row["indicator"], row["target"], row["other"], row["way"]) for row in rows}
    assert ("Guangdong", "Fall in energy use per unit of GDP", "14% vs 2020", "14.5% vs 2020", "looser") in found
    assert all(row["target"] != row["other"] or row["document"] != row["other_document"] for row in rows)


@pytest.mark.parametrize("name", ["sums", "stairs", "disagreements", "outliers", "overdue"])
def test_each_list_is_told_in_both_languages(name: str, answers: Answers) -> None:
    english, chinese = (answers.drawn(VIEWS[name], Filters(lang=lang)) for lang in ("en", "zh"))
    assert len(english) == len(chinese) > 0
    assert len({row["key"] for row in english}) == len(english)
    assert all("（" in row["document"] and row["target"] for row in chinese)
    assert all(row["document"].endswith(")") and len(row["document"]) > 15 for row in english)
