"""Is the comparison fair, in order, and what anybody computes from the same figures?"""

from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.views import VIEWS
from ccnt_dash.views.peers import ambition, ordered, scaled

THREE: dict[str, Any] = {"regions": ("440000", "140000", "310000"), "indicator": "solar_capacity"}


def rows(answers: Answers, **fields: Any) -> list[dict[str, Any]]:
    return answers.rows(VIEWS["peers"], Filters(**fields))


def test_peers_are_of_the_same_kind_and_the_reason_is_told(answers: Answers) -> None:
    found = rows(answers, regions=("310000",), indicator="wind_solar_capacity")
    assert {row["kind"] for row in found} == {"municipality"}
    assert [row["key"] for row in found if row["key"] == "310000"] == ["310000"]
    why = answers.drawn(VIEWS["peers"], Filters(regions=("310000",)))["layout"]["meta"]["why"]
    assert why.startswith("Places of the same kind (municipality)")


def test_without_a_choice_at_most_eight_provinces_with_a_target_are_compared(answers: Answers) -> None:
    found = rows(answers)
    assert 2 <= len({row["key"] for row in found}) <= 8
    assert len({row["kind"] for row in found}) == 1
    assert all(row["shown"] is not None for row in found)


def test_amounts_across_kinds_are_told_to_be_unfair(answers: Answers) -> None:
    why = answers.drawn(VIEWS["peers"], Filters(**THREE))["layout"]["meta"]["why"]
    assert "per person" in why
    per_head = answers.drawn(VIEWS["peers"], Filters(**THREE, per="head"))["layout"]["meta"]
    assert per_head["title"].endswith("gigawatt per million people")
    assert "per person" not in per_head["why"]


@pytest.mark.parametrize(("per", "divisor", "scale"), [("head", "persons", 1e6), ("gdp", "cny", 1e11)])
def test_an_amount_is_divided_by_people_or_gdp(per: str, divisor: str, scale: float, answers: Answers) -> None:
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
    row = next(row for row in rows(answers, regions=("220000", "330000")) if row["key"] == "220000")
    assert row["indicator"] == "wind_solar_capacity"
    assert ambition(row) == pytest.approx(100 * (50 - 21.4302) / 6 / 21.4302)  # GW, 2024 to 2030


def test_stricter_and_looser_than_the_nation_and_than_before(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("150000", "140000"), "indicator": "energy_intensity_reduction"}
    told = {row["region"]: (row["nation"], row["before"]) for row in answers.drawn(VIEWS["twin"], Filters(**fields))}
    assert told["Inner Mongolia"] == ("stricter than the nation (13.5%)", "stricter than its earlier target (15%)")
    assert told["Shanxi"][0] == "stricter than the nation (13.5%)"
    aluminium = answers.drawn(VIEWS["path"], Filters(regions=("150000",), indicator="renewable_share_aluminium"))
    assert aluminium["data"][-1]["y"] == [25.0, 50.0]


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
