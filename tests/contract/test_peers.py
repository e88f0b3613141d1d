"""Is the comparison fair, in order, and what anybody computes from the same figures?"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.views import VIEWS
from ccnt_dash.views.compared import against_nation, ambition, ordered, scaled
from ccnt_dash.views.slope import apart

THREE: dict[str, Any] = {"regions": ("440000", "140000", "310000"), "indicator": "solar_capacity"}


def rows(answers: Answers, **fields: Any) -> list[dict[str, Any]]:
    return answers.rows(VIEWS["peers"], Filters(**fields))


def test_peers_are_of_the_same_kind_and_the_reason_is_told(answers: Answers) -> None:
    found = rows(answers, regions=("310000",), indicator="wind_solar_capacity")
    assert {row["kind"] for row in found} == {"municipality"}
    assert [row["region"] for row in found if row["region"] == "310000"] == ["310000"]
    why = answers.drawn(VIEWS["peers"], Filters(regions=("310000",)))["layout"]["meta"]["why"]
    assert why.startswith("Places of the same kind as Shanghai (municipality)")


def test_without_a_choice_at_most_eight_provinces_with_a_target_are_compared(answers: Answers) -> None:
    found = rows(answers)
    assert 2 <= len({row["region"] for row in found}) <= 8
    assert len({row["kind"] for row in found}) == 1
    assert all(row["shown"] is not None for row in found)


def test_amounts_across_kinds_are_told_to_be_unfair(answers: Answers) -> None:
    why = answers.drawn(VIEWS["peers"], Filters(**THREE))["layout"]["meta"]["why"]
    assert "per person" in why
    per_head = answers.drawn(VIEWS["peers"], Filters(**THREE, per="head"))["layout"]["meta"]
    assert per_head["title"].endswith("gigawatt per million people")
    assert "per person" not in per_head["why"]


@pytest.mark.parametrize(
    ("per", "divisor", "scale"), [("head", "persons", 1e6), ("area", "square_km", 1e4), ("gdp", "cny", 1e11)]
)
def test_an_amount_is_divided_by_people_area_or_gdp(per: str, divisor: str, scale: float, answers: Answers) -> None:
    for row in rows(answers, **THREE, per=per):
        assert scaled(row, row["seen"]) == pytest.approx(row["seen"] / row[divisor] * scale)


def test_a_share_is_never_divided(answers: Answers) -> None:
    for row in rows(answers, regions=("150000", "140000"), indicator="energy_intensity_reduction", per="head"):
        assert scaled(row, row["shown"]) == row["shown"]


def test_the_order_is_the_one_chosen(answers: Answers) -> None:
    by_value = [row["seen"] for row in ordered(rows(answers, **THREE, order="value"))]
    assert by_value == sorted(by_value, reverse=True)
    by_place = [row["sort"] for row in ordered(rows(answers, order="geography"))]
    assert by_place == sorted(by_place)
    asked = [ambition(row) for row in ordered(rows(answers))]
    known = [each for each in asked if each is not None]
    assert known == sorted(known, reverse=True)
    assert asked == known + [None] * (len(asked) - len(known))


def test_ambition_is_the_change_a_year_that_is_still_asked_for(answers: Answers) -> None:
    row = next(row for row in rows(answers, regions=("220000", "330000")) if row["region"] == "220000")
    assert row["indicator"] == "wind_solar_capacity"
    assert ambition(row) == pytest.approx(100 * (50 - 21.4302) / 6 / 21.4302)  # GW, 2024 to 2030


def test_stricter_and_looser_than_the_nation_and_than_before(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("150000", "140000"), "indicator": "energy_intensity_reduction"}
    told = {row["region"]: (row["nation"], row["before"]) for row in answers.drawn(VIEWS["twin"], Filters(**fields))}
    assert told["Inner Mongolia"] == (
        "stricter than the nation (13.5% by 2025)",
        "stricter than its earlier target (15%)",
    )
    assert told["Shanxi"][0] == "stricter than the nation (13.5% by 2025)"
    aluminium = answers.drawn(VIEWS["path"], Filters(regions=("150000",), indicator="renewable_share_aluminium"))
    assert aluminium["data"][-1]["y"] == [25.0, 50.0]


@pytest.mark.parametrize(
    ("place", "indicator", "verdict"),
    [
        ("150000", "renewable_share_aluminium", "stricter than the nation (25% by 2025)"),
        ("640000", "new_energy_utilisation_rate", "looser than the nation (95%)"),
    ],
)
def test_one_place_is_told_to_be_above_or_below_the_nation(
    place: str, indicator: str, verdict: str, answers: Answers
) -> None:
    found = answers.drawn(VIEWS["twin"], Filters(regions=(place,), indicator=indicator))
    assert {row["key"]: row["nation"] for row in found}[place] == verdict


@pytest.mark.parametrize(
    ("value", "year", "told"),
    [
        (20, 2025, "as the nation"),
        (25, 2025, "stricter"),
        (20, 2024, "stricter"),
        (25, 2030, "another year"),
        (15, 2024, "another year"),
        (20, 2030, "looser"),
        (15, None, "looser"),
    ],
)
def test_another_value_in_another_year_is_stricter_only_where_that_is_sure(
    value: float, year: int | None, told: str, answers: Answers
) -> None:
    row = {
        "shown": value,
        "target_year": year,
        "nation": 20,
        "nation_year": 2025,
        "better": "more",
        "display_unit": "percent",
    }
    assert against_nation(row, answers.words(Filters())).startswith(told)


@pytest.mark.parametrize(
    ("alike", "column"), [("population", "persons"), ("income", "cny_per_person"), ("mix", "nonfossil_share")]
)
def test_alike_places_are_the_nearest_of_those_with_a_target(alike: str, column: str, answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("360000",), "indicator": "wind_solar_capacity"}
    found = rows(answers, **fields, alike=alike)
    every = answers.store.rows(
        "SELECT l.* FROM likenesses l WHERE region IN (SELECT region FROM standing_targets "
        "WHERE indicator = 'wind_solar_capacity' AND level = 'provincial')"
    )
    anchor = next(row for row in every if row["region"] == "360000")
    far = (
        (lambda row: abs(row[column] - anchor[column]))
        if alike == "mix"
        else lambda row: abs(math.log(row[column] / anchor[column]))
    )
    nearest = sorted((row for row in every if row["region"] != "360000"), key=far)[:7]
    assert {row["region"] for row in found} == {"360000", *(row["region"] for row in nearest)}


def test_neighbours_share_a_border_and_an_island_has_none(answers: Answers) -> None:
    found = rows(answers, regions=("140000",), indicator="energy_intensity_reduction", alike="borders")
    assert {row["region"] for row in found} <= {"140000", "130000", "150000", "410000", "610000"}
    assert len(found) > 2
    alone = answers.drawn(
        VIEWS["peers"], Filters(regions=("460000",), indicator="energy_intensity_reduction", alike="borders")
    )
    assert alone["layout"]["meta"]["why"].startswith("No other place that is like Hainan")


def test_a_slope_runs_from_the_first_figure_to_the_target_and_the_rest_is_named(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("220000", "330000", "710000"), "indicator": "wind_solar_capacity"}
    drawn = answers.drawn(VIEWS["slope"], Filters(**fields))
    lines = {line["customdata"][1].split("-")[0]: line["y"] for line in drawn["data"][:-2]}
    assert lines == {"jilin": [9.15, 50.0], "zhejiang": [17.03, 54.0]}
    assert drawn["layout"]["meta"]["missing"] == "Without a baseline, a value or a target year: Taiwan."


def test_labels_are_moved_apart_and_keep_their_order() -> None:
    heights = {"a": 1.0, "b": 1.1, "c": 5.0, "d": 1.05}
    moved = apart(heights, 1.0)
    assert sorted(moved, key=moved.__getitem__) == ["a", "d", "b", "c"]
    placed = sorted(moved.values())
    assert all(high - low >= 1.0 - 1e-9 for low, high in pairwise(placed))
    assert moved["c"] == 5.0


def test_the_small_charts_have_one_scale_and_one_name_each(answers: Answers) -> None:
    drawn = answers.drawn(VIEWS["multiples"], Filters(**THREE))
    axes = [value for name, value in drawn["layout"].items() if name.startswith("yaxis")]
    assert len(axes) == len(drawn["layout"]["annotations"]) == 3
    assert len({tuple(axis["range"]) for axis in axes}) == 1
    assert {each["text"] for each in drawn["layout"]["annotations"]} == {
        "<b>Guangdong</b>",
        "<b>Shanxi</b>",
        "<b>Shanghai</b>",
    }
