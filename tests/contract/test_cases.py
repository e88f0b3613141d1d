"""Do the cases that break naive models come through, from the shipped text files to the tables?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.build import build
from ccnt_dash.store import Store
from tests.contract.invented import GEOMETRY, append, invented

Row = dict[str, Any]
PLAN = "Implementation Plan for Strengthening Support for Trade-ins of Consumer Goods"


def targets(store: Store, region: str, indicator: str) -> list[Row]:
    """Targets of a place and an indicator that the two newsletters name, by year, those without one last."""
    sql = """SELECT t.*, i.better, i.unit AS canonical FROM targets t JOIN indicators i USING (indicator)
             WHERE t.region = $region AND t.indicator = $indicator AND starts_with(t.source_id, 'newsletter')
             ORDER BY t.target_year, t.target_id"""
    return store.rows(sql, {"region": region, "indicator": indicator})


def told(row: Row, *columns: str) -> tuple[Any, ...]:
    return tuple(row[column] for column in columns)


@pytest.mark.parametrize(
    "case",
    [
        ("340000", "wind_capacity_per_village", None, "=", 0.5, "MW", "500 kilowatts per village"),
        ("340000", "wind_capacity_additions", 2026, "~", 2000, "MW", "2,000 megawatts"),
        ("340000", "straw_utilisation", 2027, ">", 95, "percent", "95 %"),
        ("310000", "demand_response_capacity_share", 2025, ">=", 5, "percent", "5 %"),
        ("310000", "pue_retrofitted_datacentres", 2027, "<=", 1.4, "ratio", "1.4 PUE"),
        ("310000", "pue_new_datacentres", 2027, "<", 1.25, "ratio", "1.25 PUE"),
        ("310000", "total_water_use", 2035, "<=", 13_800_000_000, "m3", "13.8 billion cubic meters"),
        ("310000", "solar_capacity", 2027, "=", 4500, "MW", "4.5 million kilowatts"),
        ("310000", "ultra_low_energy_buildings", 2027, "=", 20_000_000, "m2", "20 million square meters"),
        ("520000", "trade_in_funding", 2024, "~", 3_700_000_000, "CNY", "3.7 billion Yuan"),
        ("140000", "new_clean_energy_capacity_share", 2025, "=", 50, "percent", "half of the installed capacity"),
    ],
)
def test_a_value_keeps_its_sign_its_unit_and_what_was_printed(
    store: Store, case: tuple[str, str, int | None, str, float, str, str]
) -> None:
    region, indicator, year, comparator, value, unit, printed = case
    (row,) = targets(store, region, indicator)
    assert told(row, "target_year", "comparator", "value", "unit", "canonical") == (year, comparator, value, unit, unit)
    assert f"{row['value_source']} {row['unit_source']}" == printed
    assert row["value_source"] in row["quote"]


def test_each_quote_holds_the_number_that_was_printed(store: Store) -> None:
    rows = store.rows("SELECT target_id, quote, value_source FROM targets WHERE value IS NOT NULL")
    assert len(rows) > 90
    assert [row["target_id"] for row in rows if row["value_source"] not in row["quote"]] == []


def test_one_target_with_a_second_value_striven_for_and_a_yearly_one_beside_it(store: Store) -> None:
    yearly, five_years = targets(store, "140000", "energy_intensity_reduction")
    assert told(five_years, "target_year", "value", "value_aspired", "base_year") == (2025, 14.5, 16.5, 2020)
    assert told(yearly, "target_year", "value", "value_aspired", "base_year") == (2024, 2.0, None, 2023)
    assert yearly["policy_id"] == five_years["policy_id"]
    assert "14.5% (striving to decrease 16.5%)" in five_years["quote"]
    assert "2.0%" in yearly["quote"]


def test_a_range_has_two_ends(store: Store) -> None:
    (row,) = targets(store, "130000", "subsidy_truck_renewal")
    assert told(row, "comparator", "value", "value_high", "kind") == ("range", 10_000, 140_000, "subsidy")
    assert "10,000 to 140,000" in row["quote"]


def test_two_units_for_one_thing(store: Store) -> None:
    power = targets(store, "150000", "new_energy_storage_capacity")
    energy = targets(store, "150000", "new_energy_storage_energy")
    assert [told(row, "target_year", "value", "unit") for row in power] == [(2024, 6500, "MW"), (2025, 14500, "MW")]
    assert [told(row, "target_year", "value", "unit") for row in energy] == [(2024, 29000, "MWh"), (2025, 65000, "MWh")]
    for row in power + energy:
        assert f"{row['value']:,.0f}" in row["quote"]


def test_a_province_below_the_nation(store: Store) -> None:
    (floor,) = targets(store, "640000", "new_energy_utilisation_rate")
    assert told(floor, "comparator", "value", "strictness", "better") == (">=", 90, "binding", "more")
    assert "lower limit" in floor["quote"]
    assert "95%" in floor["note"]


def test_a_province_above_the_nation(store: Store) -> None:
    (province,) = targets(store, "150000", "renewable_share_aluminium")
    (nation,) = targets(store, "100000", "renewable_share_aluminium")
    assert told(province, "comparator", "value", "target_year") == (">=", 50, None)
    assert told(nation, "comparator", "value", "target_year") == ("=", 25, 2025)
    assert "no less than 50%" in province["quote"]


def test_a_stair_of_two_years(store: Store) -> None:
    steps = targets(store, "440000", "rooftop_pv_coverage_new")
    assert [told(row, "target_year", "value") for row in steps] == [(2025, 50), (2030, 100)]
    kept = targets(store, "440000", "pv_coverage_existing_parks")
    assert [told(row, "target_year", "value", "strictness") for row in kept] == [
        (2025, 50, "aspirational"),
        (2030, 50, "expected"),
    ]


def test_less_is_better(store: Store) -> None:
    (row,) = targets(store, "310000", "pue_new_datacentres")
    assert told(row, "comparator", "value", "better") == ("<", 1.25, "less")
    assert "below 1.25" in row["quote"]


@pytest.mark.parametrize(
    ("region", "indicator", "value"),
    [
        ("340000", "subsidy_car_replacement", 20_000),
        ("140000", "subsidy_car_replacement", 20_000),
        ("410000", "subsidy_car_replacement", 16_000),
        ("100000", "subsidy_bus_battery_cost_share", 50),
        ("150000", "subsidy_energy_saving_cap", 5_000_000),
    ],
)
def test_a_cap_on_a_subsidy_is_no_target(store: Store, region: str, indicator: str, value: float) -> None:
    (row,) = targets(store, region, indicator)
    assert told(row, "kind", "comparator", "value", "better") == ("subsidy", "<=", value, "none")


def test_money_and_conditions_are_never_counted_as_targets(store: Store) -> None:
    sql = """SELECT target_id FROM targets
             WHERE kind = 'target' AND (starts_with(unit, 'CNY_') OR starts_with(indicator, 'subsid'))"""
    assert store.rows(sql) == []
    assert {row["kind"] for row in targets(store, "130000", "subsidised_bus_age")} == {"condition"}
    assert {row["kind"] for row in targets(store, "100000", "v2g_offpeak_charging_share")} == {"condition"}


def test_what_already_happened_is_no_target(store: Store) -> None:
    rows = store.rows(
        """SELECT p.doc_type, t.kind FROM policies p JOIN targets t USING (policy_id)
           WHERE p.policy_id = 'guangdong-2024-shenzhen-v2g-demonstration'"""
    )
    assert [told(row, "doc_type", "kind") for row in rows] == [("action", "subsidy")] * 2


def test_the_plan_of_one_title_in_five_provinces(store: Store) -> None:
    rows = store.rows("SELECT policy_id, region FROM policies WHERE title_en = $title ORDER BY region", {"title": PLAN})
    assert [row["region"] for row in rows] == ["220000", "310000", "320000", "350000", "360000"]
    assert len({row["policy_id"] for row in rows}) == 5


def test_several_values_of_one_place_and_year_are_all_kept(folder: Path) -> None:
    invented(folder)
    other = {"policy_id": "invented-second-notice", "published": "2024-09", "implements": ""}
    append(folder / "policies/invented.csv", "invented-shanxi-notice", other)
    second = {"target_id": "invented-second-notice.01", "policy_id": "invented-second-notice", "value": "15"}
    quote = {"value_source": "15", "quote": "decrease by 15%"}
    append(folder / "targets/invented.csv", "invented-shanxi-notice.01", {**second, **quote})
    store = Store(build(folder, folder.parent / "ccnt.duckdb", GEOMETRY).database)
    rows = store.rows(
        """SELECT t.value, p.published, t.quote, t.standing FROM targets t JOIN policies p USING (policy_id)
           WHERE indicator = 'energy_intensity_reduction' AND target_year = 2025 ORDER BY t.value"""
    )
    assert [told(row, "value", "published", "quote", "standing") for row in rows] == [
        (14.5, "2024-06", "decrease by 14.5% (striving for 16.5%)", "earlier"),
        (15.0, "2024-09", "decrease by 15%", "newest"),
    ]


def test_of_several_documents_the_newest_in_force_stands(folder: Path) -> None:
    invented(folder)
    ended = {"policy_id": "invented-later-plan", "published": "2025", "period_start": "2023", "period_end": "2023"}
    ended |= {"status": "ended", "status_reason": "period_ended", "implements": ""}
    append(folder / "policies/invented.csv", "invented-shanxi-notice", ended)
    second = {"target_id": "invented-later-plan.01", "policy_id": "invented-later-plan"}
    append(folder / "targets/invented.csv", "invented-shanxi-notice.01", second)
    store = Store(build(folder, folder.parent / "ccnt.duckdb", GEOMETRY).database)
    found = store.rows("SELECT target_id, standing FROM targets WHERE region = '140000'")
    assert {row["target_id"]: row["standing"] for row in found} == {
        "invented-later-plan.01": "earlier",
        "invented-shanxi-notice.01": "newest",
        "invented-shanxi-notice.02": "only",
        "invented-shanxi-notice.03": None,
        "invented-national-plan.06": "only",
    }


def test_a_district_lies_in_its_city_and_its_province(store: Store) -> None:
    found = store.rows(
        """SELECT region, city, province FROM policy_facts
           WHERE list_contains(['440112', '310104', '440100'], region) GROUP BY ALL ORDER BY region"""
    )
    assert [told(row, "region", "city", "province") for row in found] == [
        ("310104", "310104", "310000"),
        ("440100", "440100", "440000"),
        ("440112", "440100", "440000"),
    ]


@pytest.mark.parametrize(
    ("region", "told_by", "aliases"),
    [
        ("140000", ("100000", "Shanxi", "山西"), ["Shanxi", "Shanxi Province", "山西", "山西省"]),
        ("610000", ("100000", "Shaanxi", "陕西"), ["Shaanxi", "Shaanxi Province", "陕西", "陕西省"]),
        ("520000", ("100000", "Guizhou", "贵州"), ["Guizhou", "Guizhou Province", "贵州", "贵州省"]),
        ("440100", ("440000", "Guangzhou", "广州"), ["Guangzhou", "Guangzhou City", "广州", "广州市"]),
        ("460000", ("100000", "Hainan", "海南"), ["Hainan", "Hainan Province", "海南", "海南省"]),
        ("440112", ("440100", "Huangpu (Guangzhou)", "广州黄埔"), ["黄埔区", "广州市黄埔区"]),
        ("110112", ("110000", "Tongzhou (Beijing)", "北京通州"), ["北京市通州区"]),
        (
            "632500",
            ("630000", "Hainan (Qinghai)", "海南州"),
            ["Hainan (Qinghai)", "Hainan, Qinghai", "海南藏族自治州", "海南州"],
        ),
    ],
)
def test_places_that_look_alike_are_told_apart(
    store: Store, region: str, told_by: tuple[str, str, str], aliases: list[str]
) -> None:
    (row,) = store.rows("FROM regions WHERE region = $region", {"region": region})
    assert told(row, "parent", "short_en", "short_zh") == told_by
    sql = "SELECT alias, region FROM region_aliases WHERE list_contains($aliases, alias)"
    found = {each["alias"]: each["region"] for each in store.rows(sql, {"aliases": aliases})}
    assert found == dict.fromkeys(aliases, region)


def test_no_name_of_one_place_is_an_alias_of_another(store: Store) -> None:
    sql = """SELECT a.alias FROM region_aliases a JOIN regions r
             ON a.alias IN (r.name_en, r.name_zh, r.short_en, r.short_zh) AND a.region <> r.region"""
    assert store.rows(sql) == []


@pytest.mark.parametrize(
    ("name", "region"), [("Shanxi", "14"), ("Shaanxi", "61"), ("Guizhou", "52"), ("Guangzhou", "44")]
)
def test_a_policy_lies_in_the_place_its_title_names(store: Store, name: str, region: str) -> None:
    sql = "SELECT region FROM policies WHERE regexp_matches(title_en, '\\b' || $name || '\\b') AND level <> 'national'"
    assert {row["region"][:2] for row in store.rows(sql, {"name": name})} <= {region}
