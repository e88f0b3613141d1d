"""Is the progress of targets what anybody computes from the same figures by hand?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.build import build
from ccnt_dash.store import Store
from tests.contract.invented import GEOMETRY, append, edit, invented

TARGETS, OBSERVATIONS = "targets/invented.csv", "observations/invented.csv"
STORAGE = "new_energy_storage_capacity"
# Invented stores of lanterns in Shanxi, set in 2024; the newest source was read on 2024-12-01.
# Each case: the target, what was observed (year -> value, with ">" before it where it is told so), and what is right.
CASES: dict[str, tuple[dict[str, str], dict[int, str], dict[str, Any]]] = {
    "reached before its year": (
        {"comparator": ">=", "value": "800", "target_year": "2030"},
        {2023: "500", 2024: "900"},
        {"progress_status": "achieved", "last_year": 2024, "last_value": 900.0},
    ),
    "fast enough: needs 100 a year, has 400": (
        {"comparator": ">=", "value": "1500", "target_year": "2030"},
        {2023: "500", 2024: "900"},
        {"progress_status": "on_track", "observed_rate": 400.0, "required_rate": 100.0, "first_year": 2023},
    ),
    "too slow: needs 450 a year, has 100": (
        {"comparator": "=", "value": "3300", "target_year": "2030"},
        {2023: "500", 2024: "600"},
        {"progress_status": "lagging", "observed_rate": 100.0, "required_rate": 450.0},
    ),
    "the wrong way": (
        {"comparator": ">=", "value": "800", "target_year": "2030"},
        {2023: "500", 2024: "400"},
        {"progress_status": "moving_away", "observed_rate": -100.0},
    ),
    "a single value tells no direction": (
        {"comparator": ">=", "value": "800", "target_year": "2030"},
        {2024: "400"},
        {"progress_status": "not_assessable", "progress_reason": "one_value", "observed_rate": None},
    ),
    "nothing since it was set": (
        {"comparator": ">=", "value": "800", "target_year": "2030"},
        {2022: "100", 2023: "500"},
        {"progress_status": "not_assessable", "progress_reason": "not_begun"},
    ),
    "about is reached within two per cent": (
        {"comparator": "~", "value": "915", "target_year": "2030"},
        {2023: "500", 2024: "900"},
        {"progress_status": "achieved"},
    ),
    "more than is not reached by the number itself": (
        {"comparator": ">", "value": "900", "target_year": "2024"},
        {2023: "500", 2024: "900"},
        {"progress_status": "missed"},
    ),
    "a report of more than the number reaches more than the number": (
        {"comparator": ">", "value": "900", "target_year": "2024"},
        {2023: "500", 2024: ">900"},
        {"progress_status": "achieved"},
    ),
    "a report of more than less leaves it open": (
        {"comparator": ">=", "value": "950", "target_year": "2030"},
        {2023: "500", 2024: ">900"},
        {"progress_status": "not_assessable", "progress_reason": "bound"},
    ),
    "a narrower target has no series": (
        {"comparator": ">=", "value": "800", "target_year": "2030", "scope_en": "in caves", "scope_zh": "洞穴内"},
        {2023: "500", 2024: "900"},
        {"progress_status": "not_assessable", "progress_reason": "scope", "last_year": None},
    ),
    "a ceiling is kept only when its year is over": (
        {"comparator": "<=", "value": "1500", "target_year": "2025"},
        {2023: "500", 2024: "900"},
        {"progress_status": "on_track", "direction": -1},
    ),
    "a ceiling that the present pace will break": (
        {"comparator": "<=", "value": "1500", "target_year": "2030"},
        {2023: "500", 2024: "900"},
        {"progress_status": "moving_away", "direction": -1, "required_rate": 100.0},
    ),
}


def progress(folder: Path, target: dict[str, str], observed: dict[int, str]) -> dict[str, Any]:
    """The progress of one invented target, set against invented values."""
    invented(folder)
    row = {"target_id": "invented-shanxi-notice.09", "indicator": STORAGE, "sector": "energy", "base_year": ""}
    row |= {"value_aspired": "", "unit": "MW", "unit_source": "lanterns", "value_source": target["value"]}
    append(folder / TARGETS, "invented-shanxi-notice.01", {**row, "quote": f"{target['value']} lanterns", **target})

    def change(rows: list[dict[str, str]]) -> None:
        like = next(each for each in rows if each["indicator"] == STORAGE and each["region"] == "140000")
        rows[:] = [each for each in rows if each["indicator"] != STORAGE]
        for year, value in observed.items():
            told = ">" if value.startswith(">") else ""
            rows.append({**like, "year": str(year), "value": value.removeprefix(">"), "comparator": told})

    edit(folder / OBSERVATIONS, change, more=("comparator",))
    for name in ("jumps.csv", "reference_values.csv"):
        (folder / name).unlink()
    store = Store(build(folder, folder.parent / "ccnt.duckdb", GEOMETRY).database)
    return store.rows("FROM progress WHERE target_id = 'invented-shanxi-notice.09'")[0]


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_judged_as_by_hand(case: str, folder: Path) -> None:
    target, observed, right = CASES[case]
    found = progress(folder, target, observed)
    assert {name: found[name] for name in right} == right
    assert found["days_left"] == (date(int(target["target_year"]), 12, 31) - date(2024, 12, 1)).days


# Ten targets of the shipped data, with figures copied from their sources and the arithmetic written out.
BY_HAND = [
    ("cn-a46e3563.01", "on_track", (136_000 - 73_800) / 1, (180_000 - 136_000) / 2),  # storage, MW: 2024, 2025, 2027
    ("jilin-2021-dual-carbon-opinions.04", "lagging", (21_430.2 - 9_150) / 4, (50_000 - 21_430.2) / 6),
    ("ningxia-2022-carbon-peaking.07", "lagging", (15_030 - 14_550) / 3, (24_500 - 15_030) / 6),
    ("qinghai-2021-clean-energy-industry-highland.02", "lagging", (48_730.5 - 24_440) / 4, (100_000 - 48_730.5) / 6),
    ("ningxia-2022-carbon-peaking.06", "on_track", (41_809 - 13_840) / 4, (50_000 - 41_809) / 5),
    ("guangdong-2022-carbon-peaking.04", "on_track", (57_935.4 - 22_150) / 3, (74_000 - 57_935.4) / 6),
    ("shanghai-2022-dual-carbon-opinions.02", "achieved", 14 / 5, None),  # a fall of 14 % in five years, as reported
    ("sichuan-2023-energy-carbon-peaking.02", "missed", (19_801 - 2_062) / 3, None),
    ("cn-2016-five-year-plan-13.05", "missed", (49_890 - 12_570) / 8, None),  # nuclear, MW: 2012, 2020
    ("cn-7ba9506c.05", "achieved", (136_000 - 5_800) / 4, None),
]


@pytest.mark.parametrize(("target", "status", "observed", "required"), BY_HAND)
def test_a_shipped_target_is_judged_as_by_hand(
    target: str, status: str, observed: float, required: float | None, store: Store
) -> None:
    found = store.rows("FROM progress WHERE target_id = $policies", {"policies": target})[0]
    assert found["progress_status"] == status
    assert found["observed_rate"] == pytest.approx(observed)
    assert found["required_rate"] == (required if required is None else pytest.approx(required))


def test_every_target_with_a_number_has_a_state_and_a_reason_where_it_has_none(store: Store) -> None:
    counted = store.rows("SELECT count(*) AS n FROM targets WHERE kind = 'target' AND value IS NOT NULL")[0]["n"]
    rows = store.rows("FROM progress")
    states = {row["progress_status"] for row in store.rows("FROM progress_statuses")}
    reasons = {row["progress_reason"] for row in store.rows("FROM progress_reasons")}
    assert len(rows) == counted
    assert {row["progress_status"] for row in rows} <= states
    assert {row["progress_reason"] for row in rows} - {None} <= reasons
    assert all(row["progress_reason"] for row in rows if row["progress_status"] == "not_assessable")
    assert all(row["last_value"] is not None for row in rows if not row["progress_reason"] and row["last_year"])


def test_what_may_not_be_compared_is_never_judged(store: Store) -> None:
    found = store.rows(
        """SELECT p.target_id FROM progress p JOIN targets t USING (target_id)
           JOIN series s ON s.target_indicator = t.indicator AND s.series_indicator = p.series_indicator
           WHERE NOT s.comparable OR s.series_indicator = 'carbon_intensity_gdp_current'"""
    )
    assert found == []
