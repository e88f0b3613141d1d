"""Are the policy, the indicator and the targets found that a candidate may mean, repeat or contradict?"""

from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.review.suggest import ALIKE, SAME, Likeness, collisions, indicators, places, policies
from ccnt_dash.store import Store
from ccnt_dash.vocab import vocabulary

POLICIES: dict[str, dict[str, Any]] = {
    "shanxi": {
        "title_en": "Lantern Saving Plan of Shanxi",
        "title_zh": "山西省灯笼节能实施方案",
        "region": "140000",
        "published": "2026-05",
        "document_number": "晋灯发〔2026〕3号",
    },
    "shaanxi": {
        "title_en": "Lantern Saving Plan of Shaanxi",
        "title_zh": "陕西省灯笼节能实施方案",
        "region": "610000",
        "published": "2025",
        "document_number": None,
    },
    "kites": {
        "title_en": "Rules on Kites",
        "title_zh": "风筝管理办法",
        "region": "140000",
        "published": None,
        "document_number": None,
    },
}
TITLES = Likeness.of({key: (row["title_en"], row["title_zh"]) for key, row in POLICIES.items()})


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ({"title_zh": "山西省灯笼节能实施方案", "region": "140000"}, "shanxi"),
        ({"title_zh": "关于印发《灯笼节能实施方案》的通知", "region": "610000"}, "shaanxi"),
        ({"title_en": "lantern saving plan", "region": "140000", "published": "2026"}, "shanxi"),
        ({"title_en": "Another title", "document_number": "晋灯发[2026]3号"}, "shanxi"),
    ],
)
def test_a_policy_is_found_by_title_place_date_and_number(asked: dict[str, str], best: str) -> None:
    found = policies(asked, POLICIES, TITLES)
    assert found[0][0] == best
    assert all(score >= ALIKE for _, score in found)


def test_only_what_is_surely_the_same_is_taken_for_it() -> None:
    same = policies({"title_zh": "山西省灯笼节能实施方案", "region": "140000"}, POLICIES, TITLES)
    other = policies({"title_zh": "山西省灯笼节水实施办法", "region": "140000"}, POLICIES, TITLES)
    assert same[0][1] >= SAME
    assert all(score < SAME for _, score in other)


def test_nothing_alike_is_no_suggestion() -> None:
    assert policies({"title_zh": "龙舟比赛"}, POLICIES, TITLES) == []
    assert policies({}, POLICIES, TITLES) == []


def test_an_indicator_is_found_among_those_of_the_unit() -> None:
    known = {
        "forest_cover": {"unit": "percent"},
        "forest_area": {"unit": "ha"},
        "kite_share": {"unit": "percent"},
    }
    said = Likeness.of({"forest_cover": ("森林覆盖率",), "forest_area": ("森林面积",), "kite_share": ("风筝占比",)})
    assert indicators("到2030年森林覆盖率达到26%", "percent", known, said)[0][0] == "forest_cover"
    assert indicators("森林面积", "", known, said)[0][0] == "forest_area"


ROW = {"region": "140000", "indicator": "x", "value": "20", "target_year": "2030", "base_year": ""}
HELD: dict[str, Any] = {
    "target_id": "t",
    "region": "140000",
    "indicator": "x",
    "value": 20.0,
    "target_year": 2030,
    "base_year": None,
}


@pytest.mark.parametrize(
    ("held", "better", "how"),
    [
        ({}, "more", ["duplicate"]),
        ({"value": 25.0}, "more", ["contradiction"]),
        ({"value": 25.0, "target_year": 2028}, "more", ["looser"]),
        ({"value": 15.0, "target_year": 2028}, "more", []),
        ({"value": 15.0, "target_year": 2028}, "less", ["looser"]),
        ({"value": 25.0, "target_year": 2028}, "none", []),
        ({"value": 25.0, "target_year": 2035}, "more", []),
        ({"region": "150000"}, "more", []),
        ({"indicator": "y"}, "more", []),
        ({"base_year": 2020}, "more", []),
        ({"value": None}, "more", []),
        ({"target_year": None}, "more", []),
    ],
)
def test_what_is_known_of_place_and_indicator_is_told(held: dict[str, Any], better: str, how: list[str]) -> None:
    assert [each.how for each in collisions(ROW, [{**HELD, **held}], better)] == how


def test_targets_without_a_year_are_set_against_each_other() -> None:
    held = {**HELD, "target_year": None}
    assert [each.how for each in collisions({**ROW, "target_year": ""}, [held], "more")] == ["duplicate"]


def test_a_row_without_value_or_indicator_collides_with_nothing() -> None:
    assert collisions({**ROW, "value": ""}, [HELD], "more") == []
    assert collisions({**ROW, "indicator": ""}, [HELD], "more") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shaanxi will follow", ["610000"]),
        ("In Shanxi Province and Taiyuan,", ["140000", "140100"]),
        ("山西省太原市到2030年", ["140000", "140100"]),
        ("nothing here", []),
    ],
)
def test_places_that_are_named_are_suggested(store: Store, text: str, found: list[str]) -> None:
    assert sorted(places(text, vocabulary(store)["regions"])) == found
