"""Is what the titles of the shipped stories claim true of the data set they are shown with?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.settings import ROOT
from ccnt_dash.story import shelf
from ccnt_dash.taking.extract import TAKEN, extract

DATA = ROOT / "data"


def rows(answers: Answers, name: str, title: str) -> list[list[dict[str, Any]]]:
    """The rows of each view on the slide of that English title."""
    told = shelf.find(DATA, name)
    assert told is not None
    (slide,) = (each for each in told.slides if each.title.en == title)
    asked = ((TAKEN[shown.view], answers.understood(shown.query)) for shown in slide.shows)
    return [[dict(row) for row in extract(answers, view, filters).rows] for view, filters in asked]


def test_most_targets_fell_due_in_2025_without_a_known_result(answers: Answers) -> None:
    title = "Most targets fell due in 2025, and of most of these no result is known yet"
    (found,) = rows(answers, "provinces-2030", title)
    in_2025 = [row for row in found if row["key"] == 2025]
    unknown = sum(row["targets"] for row in in_2025 if row["status"] == "due_no_result")
    assert sum(row["targets"] for row in in_2025) > sum(row["targets"] for row in found) / 2
    assert unknown > sum(row["targets"] for row in in_2025) / 2


def test_non_fossil_shares_for_2030_run_from_16_to_55_per_cent(answers: Answers) -> None:
    (found,) = rows(answers, "provinces-2030", "Non-fossil energy in 2030: from 16 to 55 per cent")
    values = {row["key"]: row["shown"] for row in found if row["shown"] is not None and row["key"] != "100000"}
    assert (min(values.values()), max(values.values())) == (16, 55)
    assert (values["120000"], values["630000"]) == (16, 55)


def test_every_plan_of_the_nation_set_the_share_a_step_higher(answers: Answers) -> None:
    (found,) = rows(answers, "provinces-2030", "The nation's own stairs")
    standing = [row for row in found if row["standing"] in ("only", "newest")]
    steps = [row["shown"] for row in sorted(standing, key=lambda row: row["year"])]
    assert steps == sorted(steps)
    assert len(set(steps)) > 3


def test_some_places_ask_more_than_the_nation_and_some_less(answers: Answers) -> None:
    (found,) = rows(answers, "provinces-2030", "Some ask more of themselves than the nation does, some less")
    values = [row["shown"] for row in found]
    assert len(values) == 7
    assert min(values) < 25 < max(values)


def test_the_floor_of_wind_and_solar_is_passed_and_a_mark_stands_at_2035(answers: Answers) -> None:
    title = "The national floor for 2030 has been passed; the next mark stands at 2035"
    (found,) = rows(answers, "storage-renewables", title)
    assert max(row["year"] for row in found) == 2035
    asked = answers.understood("?indicator=wind_solar_capacity&regions=100000&years=2030")
    assert {row["progress_status"] for row in extract(answers, TAKEN["progress"], asked).rows} == {"achieved"}


def test_most_provinces_are_fast_enough_and_two_lag(answers: Answers) -> None:
    (found,) = rows(answers, "storage-renewables", "Most are fast enough; Jilin and Qinghai lag")
    lagging = {row["region"] for row in found if row["progress_status"] == "lagging"}
    well = [row for row in found if row["progress_status"] in ("achieved", "on_track")]
    assert lagging == {"220000", "630000"}
    assert len(well) > len(found) / 2


def test_storage_of_inner_mongolia_is_to_more_than_double_within_a_year(answers: Answers) -> None:
    (found,) = rows(answers, "storage-renewables", "Inner Mongolia: storage is to more than double within a year")
    standing = {row["year"]: row["shown"] for row in found if row["standing"] in ("only", "newest")}
    assert standing[2025] > 2 * standing[2024]
