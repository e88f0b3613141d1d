"""Do the charts of targets say what was promised: signs, values, aspirations, ways, states, order?"""

from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.views import VIEWS


def path(answers: Answers, **fields: Any) -> dict[str, Any]:
    """The chart of one indicator: the lines of what happened, the ways, the aspirations and the targets."""
    drawn = answers.drawn(VIEWS["path"], Filters(**fields))
    *lines, ways, soft, aspired, targets = drawn["data"]
    return {
        "lines": lines,
        "ways": ways,
        "soft": soft,
        "aspired": aspired,
        "targets": targets,
        "meta": drawn["layout"]["meta"],
    }


def marks(drawn: dict[str, Any], place: str, answers: Answers, **fields: Any) -> list[tuple[Any, ...]]:
    """Year, value and sign of each target of a place."""
    rows = [row for row in answers.rows(VIEWS["path"], Filters(**fields)) if not row["basis"]]
    each = zip(rows, drawn["targets"]["x"], drawn["targets"]["y"], drawn["targets"]["marker"]["symbol"], strict=True)
    return [(x, y, symbol) for row, x, y, symbol in each if row["region"] == place]


def test_a_target_with_an_aspiration_has_a_lighter_mark_beyond_it(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("140000",), "indicator": "energy_intensity_reduction", "years": (2025,)}
    drawn = path(answers, **fields)
    assert (2025, 14.5, "circle") in marks(drawn, "140000", answers, **fields)
    assert list(zip(drawn["aspired"]["x"], drawn["aspired"]["y"], strict=True)) == [(2025, 16.5)]
    assert (2020, 0.0) in zip(drawn["ways"]["x"], drawn["ways"]["y"], strict=True)


def test_two_units_of_one_thing_are_two_indicators(answers: Answers) -> None:
    power = path(answers, regions=("530000", "150000"), indicator="new_energy_storage_capacity")
    energy = path(answers, regions=("530000", "150000"), indicator="new_energy_storage_energy")
    assert power["meta"]["title"].endswith("gigawatt")
    assert power["meta"]["title"] != energy["meta"]["title"]
    found = {
        (row["shown"], row["shown_unit"])
        for row in answers.rows(VIEWS["path"], Filters(regions=("150000",), indicator="new_energy_storage_capacity"))
        if not row["basis"]
    }
    assert {(6.5, "GW"), (14.5, "GW")} <= found


def test_a_province_that_asks_more_stands_above_the_nation(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("150000",), "indicator": "renewable_share_aluminium"}
    drawn = path(answers, **fields)
    assert [place["key"] for place in drawn["meta"]["places"]] == ["100000", "150000"]
    assert marks(drawn, "100000", answers, **fields) == [(2025, 25.0, "circle")]
    # It names no year: its mark stands at the open end of the axis.
    assert marks(drawn, "150000", answers, **fields) == [(2026, 50.0, "triangle-up")]
    assert "no year stated" in drawn["targets"]["hovertext"][1]


def test_a_ceiling_points_down_and_a_floor_up(answers: Answers) -> None:
    fields: dict[str, Any] = {"indicator": "pue_new_datacentres"}
    drawn = path(answers, **fields)
    assert {symbol.removesuffix("-open") for _, _, symbol in marks(drawn, "100000", answers, **fields)} <= {
        "triangle-down",
        "circle",
    }
    assert any(symbol.startswith("triangle-down") for _, _, symbol in marks(drawn, "100000", answers, **fields))


def test_a_stair_has_a_mark_per_year(answers: Answers) -> None:
    rows = answers.rows(VIEWS["path"], Filters(indicator="rooftop_pv_coverage_new"))
    steps = sorted({(row["year"], row["shown"]) for row in rows if not row["basis"]})
    assert (2025, 50.0) in steps


def test_what_must_not_be_mixed_is_not_drawn(answers: Answers) -> None:
    rows = answers.rows(VIEWS["path"], Filters(regions=("140000",), indicator="carbon_intensity_reduction"))
    assert {row["source_id"] for row in rows if row["basis"]} <= {
        row["source_id"] for row in answers.store.rows("SELECT source_id FROM sources WHERE self_reported")
    }


def test_several_documents_of_one_province_stand_side_by_side_and_the_replaced_are_faint(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("440000",), "indicator": "energy_intensity_reduction"}
    drawn = path(answers, **fields)
    rows = [row for row in answers.rows(VIEWS["path"], Filters(**fields)) if not row["basis"]]
    own = [
        (row["shown"], row["standing"], opacity)
        for row, opacity in zip(rows, drawn["targets"]["marker"]["opacity"], strict=True)
        if row["region"] == "440000"
    ]
    assert {value for value, _, _ in own} == {14.0, 14.5}
    assert all(opacity == 0.4 for _, standing, opacity in own if standing == "earlier")
    assert sum(standing == "newest" for _, standing, _ in own) == 1


def test_the_pieces_of_a_bar_add_up_to_its_cell(answers: Answers) -> None:
    drawn = answers.drawn(VIEWS["due"], Filters())
    *bars, totals = drawn["data"]
    cells: dict[tuple[int, int], float] = {}
    for bar in bars:
        for base, width, lane in zip(bar["base"], bar["x"], bar["y"], strict=True):
            cells[round(base), lane] = cells.get((round(base), lane), 0) + width
    assert len(cells) == len(totals["x"])
    assert all(width == pytest.approx(0.84) for width in cells.values())
    counted = sum(row["targets"] for row in answers.rows(VIEWS["due"], Filters()))
    assert sum(map(int, totals["text"])) == counted


def test_due_without_a_result_is_a_state_of_its_own(answers: Answers) -> None:
    states = {
        state["key"]: state["label"] for state in answers.drawn(VIEWS["due"], Filters())["layout"]["meta"]["states"]
    }
    assert states["due_no_result"] == "Due, no result known"
    rows = answers.rows(VIEWS["due"], Filters())
    assert all(row["key"] < 2026 for row in rows if row["status"] == "due_no_result")
    assert any(row["key"] == 2025 and row["status"] == "due_no_result" for row in rows)


def test_the_table_tells_the_formula_in_figures(answers: Answers) -> None:
    drawn = answers.drawn(
        VIEWS["progress"], Filters(indicator="new_energy_storage_capacity", years=(2027,), regions=("100000",))
    )
    row = next(row for row in drawn["rows"] if row["state"] == "on_track")
    assert row["why"] == "+62.2\u202fGW a year so far, +22\u202fGW a year needed (measured)"
    assert (row["first"], row["last"]) == ("73.8\u202fGW (2024)", "136\u202fGW (2025)")


def test_an_approximate_value_has_soft_ends_and_a_stated_one_has_none(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("510000",), "indicator": "wind_solar_capacity"}
    drawn = path(answers, **fields)
    rows = [row for row in answers.rows(VIEWS["path"], Filters(**fields)) if not row["basis"]]
    about = {(row["year"], row["shown"]) for row in rows if row["comparator"] == "~"}
    assert about
    assert set(zip(drawn["soft"]["x"], drawn["soft"]["y"], strict=True)) == about
    assert not path(answers, regions=("140000",), indicator="energy_intensity_reduction")["soft"]["x"]


def test_sources_are_lines_of_their_own_and_jumps_are_told(answers: Answers) -> None:
    told = answers.store.rows(
        "SELECT region, series_indicator, target_indicator, source_id, year, explanation_en FROM jumps "
        "JOIN series ON series_indicator = indicator WHERE comparable AND NOT chained ORDER BY ALL LIMIT 1"
    )[0]
    line = path(answers, regions=(told["region"],), indicator=told["target_indicator"])["lines"][0]
    at = [n for n, text in enumerate(line["hovertext"]) if "Jump:" in text]
    assert told["year"] in [line["x"][n] for n in at]
    assert {line["marker"]["symbol"][n] for n in at} == {"line-ns-open"}
    sources = {
        row["source_id"]
        for row in answers.rows(VIEWS["path"], Filters(regions=(told["region"],), indicator=told["target_indicator"]))
        if row["basis"] and row["region"] == told["region"]
    }
    assert line["x"].count(None) >= len(sources) - 1


def test_a_lower_floor_than_the_nation_stands_below_it_at_the_open_end(answers: Answers) -> None:
    fields: dict[str, Any] = {"regions": ("640000",), "indicator": "new_energy_utilisation_rate"}
    drawn = path(answers, **fields)
    assert [(y, symbol) for _, y, symbol in marks(drawn, "100000", answers, **fields)] == [(95.0, "triangle-up")]
    assert [(y, symbol) for _, y, symbol in marks(drawn, "640000", answers, **fields)] == [(90.0, "triangle-up")]
