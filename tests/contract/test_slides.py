"""Do the charts, maps and lists of slides hold exactly the numbers of their views?"""

from __future__ import annotations

from collections import Counter

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.story.slides.pen import plain
from ccnt_dash.story.story import Shown, Slide, Story, Text
from ccnt_dash.taking.extract import TAKEN
from tests.contract.slides import (
    CHARTS,
    NO_CHARTS,
    OF,
    around,
    charts,
    drawn_points,
    lines,
    made,
    points,
    shapes,
    texts,
    told,
    views,
)


def test_every_view_that_is_a_chart_is_tried(answers: Answers) -> None:
    assert set(views(answers)) == set(CHARTS)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("view", [view for view in CHARTS if view not in NO_CHARTS])
def test_charts_hold_the_points_of_the_figure(answers: Answers, view: str, lang: str) -> None:
    found, file = made(answers, told(view, OF.get(TAKEN[view].of, "")), lang)
    drawn = found.leaves[0].shows[0]
    slide = file.slides[0]
    kept, wanted = points(charts(slide), around(answers, lang)), drawn_points(drawn)
    assert wanted - kept == Counter()
    # Lines from edge to edge and upright ticks have two ends each.
    assert (kept - wanted).total() == 2 * lines(drawn)
    assert charts(slide)
    for chart in charts(slide):
        assert chart.part.chart_workbook.xlsx_part is not None


def test_bars_hold_the_numbers_of_the_view(answers: Answers) -> None:
    found, file = made(answers, told("sectors", "?metric=targets"))
    (chart,) = charts(file.slides[0])
    (series,) = chart.plots[0].series
    rows = found.leaves[0].shows[0].extract.rows
    words = answers.words(Filters(lang="en"))
    read = dict(zip(chart.plots[0].categories, series.values, strict=True))
    assert read == {words.name("sectors", row["key"]): row["targets"] for row in rows}


def test_what_falls_due_is_counted_in_every_column(answers: Answers) -> None:
    found, file = made(answers, told("due"))
    words = answers.words(Filters(lang="en"))
    read = {}
    for shape in shapes(file.slides[0]):
        if getattr(shape, "has_chart", False) and not shape.chart.chart_type.name.startswith("XY"):
            year = int(shape.name.rsplit(" ", 1)[1])
            for series in shape.chart.plots[0].series:
                for name, value in zip(shape.chart.plots[0].categories, series.values, strict=True):
                    if value is not None:
                        read[year, name, series.name] = value
    assert read == {
        (row["key"], words.name("sectors", row["sector"]), words.name("progress_statuses", row["status"])): row[
            "targets"
        ]
        for row in found.leaves[0].shows[0].extract.rows
    }


def test_last_values_and_targets_of_peers_are_read_back(answers: Answers) -> None:
    found, file = made(answers, told("peers"))
    every = charts(file.slides[0])
    (bars,) = [chart for chart in every if not chart.chart_type.name.startswith("XY")]
    figure = found.leaves[0].shows[0].figure or {}
    ticks = figure["layout"]["yaxis"]
    names = dict(zip(ticks["tickvals"], ticks["ticktext"], strict=True))
    seen, aims = figure["data"][:2]
    drawn = {names[y]: x for x, y in zip(seen["x"], seen["y"], strict=True)}
    assert dict(zip(bars.plots[0].categories, bars.plots[0].series[0].values, strict=True)) == drawn
    xs = {x for x, _ in points(every, around(answers, "en"))}
    assert {round(x, 6) for x in aims["x"]} <= xs


@pytest.mark.parametrize("query", ["", "?metric=value", "?inside=140000", "?face=tiles"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_map_is_a_shape_for_each_place_named_by_its_number(answers: Answers, query: str, lang: str) -> None:
    found, file = made(answers, told("map", query), lang)
    trace = (found.leaves[0].shows[0].figure or {})["data"][0]
    named = {": ".join(plain(text).split("\n", 1)).replace("\n", ", ") for text in trace["hovertext"]}
    held = {shape.name: shape for shape in shapes(file.slides[0])}
    assert named <= set(held)
    for name in named:
        fill = held[name].fill
        assert fill.type is not None


def test_a_map_has_the_dashes_and_islands_of_the_south_china_sea(answers: Answers) -> None:
    names = [shape.name for shape in shapes(made(answers, told("map"), "zh")[1].slides[0])]
    assert names.count("南海断续线") == 2
    assert names.count("南海诸岛") == 2
    assert "西沙群岛" in names


def test_a_grid_of_cells_is_a_table_in_their_colours(answers: Answers) -> None:
    found, file = made(answers, told("calendar", OF["regions"]))
    (table,) = [shape.table for shape in shapes(file.slides[0]) if getattr(shape, "has_table", False)]
    trace = (found.leaves[0].shows[0].figure or {})["data"][0]
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert read == [["", *trace["x"]], *([name, *line] for name, line in zip(trace["y"], trace["text"], strict=True))]


def test_a_list_is_a_table_that_tells_how_many_more_there_are(answers: Answers) -> None:
    slide = Slide("table", shows=(Shown("table"),))
    found, file = made(answers, Story("lists", Text("Lists"), slides=(slide,)))
    held = found.leaves[0].shows[0].table
    (table,) = [shape.table for shape in shapes(file.slides[0]) if getattr(shape, "has_table", False)]
    assert held
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert read[0] == list(held.headings)
    assert all(a.startswith(b.removesuffix("…")) for a, b in zip(held.rows[0], read[1], strict=True))
    more = held.more + len(held.rows) - (len(read) - 1)
    assert f"{more:,} more" in texts(file.slides[0])
