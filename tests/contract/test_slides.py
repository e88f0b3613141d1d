"""Do slides hold exactly the numbers, texts and sources of a story's views, and does an office program open them?"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from ccnt_dash.__main__ import main
from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.embed import is_chart
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.deck import Deck, Drawn, Worn, deck
from ccnt_dash.story.printed import PrintError, printed
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.slides.axis import number
from ccnt_dash.story.slides.pen import plain
from ccnt_dash.story.story import Mark, Shown, Slide, Story, Text
from ccnt_dash.taking.extract import TAKEN

ORIGIN = "https://example.org"
SOFFICE = "soffice"
DATA = ROOT / "data"
OF = {"regions": "?regions=140000", "policies": "?policies=cn-6200be71"}
# A map, tiles and a table of cells are shapes and tables; all other figures are native charts.
NO_CHARTS = ("map", "calendar")
CHARTS = [
    *("map", "sectors", "timeline", "compare", "path", "due", "peers", "slope"),
    *("multiples", "cascade", "network", "paces", "calendar"),
]


def told(view: str, query: str = "", **parts: Any) -> Story:
    slide = Slide("view", Text("What is seen", "所见"), Text("A note", "说明"), shows=(Shown(view, query),), **parts)
    return Story("lanterns", Text("Lanterns", "灯笼"), Text("On lanterns", "关于灯笼"), (slide,))


def made(answers: Answers, story: Story, lang: str = "en", theme: str = "light") -> tuple[Deck, Any]:
    found = deck(answers, story, Worn(lang, theme, ORIGIN))
    return found, Presentation(BytesIO(pptx(found, answers)))


def shapes(holder: Any) -> Iterator[Any]:
    for shape in holder.shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape)


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in shapes(slide) if getattr(shape, "has_chart", False)]


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in shapes(slide) if shape.has_text_frame)


def around(answers: Answers, lang: str) -> set[str]:
    """The names of series that are texts and lines of axes."""
    words = answers.words(Filters(lang=lang))
    return {words(f"slides.{name}") for name in ("grid", "axis.x", "axis.y", "signs")}


def points(found: list[Any], around: set[str]) -> Counter[tuple[float, float]]:
    """The points of XY charts, without the texts and lines of axes."""
    every: Counter[tuple[float, float]] = Counter()
    for chart in found:
        if chart.chart_type.name.startswith("XY"):
            for series in chart._chartSpace.iter(qn("c:ser")):
                if series.find(f".//{qn('c:tx')}//{qn('c:v')}").text not in around:
                    xs, ys = (_values(series.find(qn(tag))) for tag in ("c:xVal", "c:yVal"))
                    every.update((round(xs[at], 6), round(ys[at], 6)) for at in ys)
    return every


def _values(held: Any) -> dict[int, float]:
    return {int(point.get("idx")): float(point.find(qn("c:v")).text) for point in held.iter(qn("c:pt"))}


def drawn_points(drawn: Drawn) -> Counter[tuple[float, float]]:
    """The points of the figure, without upright ticks, which become lines."""
    every: Counter[tuple[float, float]] = Counter()
    for trace in (drawn.figure or {})["data"]:
        if trace["type"] == "scatter" and trace.get("marker", {}).get("symbol") != "line-ns-open":
            pairs = zip(trace["x"], trace["y"], strict=True)
            every.update((round(number(x) or 0, 6), round(number(y) or 0, 6)) for x, y in pairs if y is not None)
    return every


def lines(drawn: Drawn) -> int:
    """How many lines and upright ticks the figure has."""
    figure = drawn.figure or {}
    ticks = [trace for trace in figure["data"] if trace.get("marker", {}).get("symbol") == "line-ns-open"]
    return len(figure["layout"].get("shapes", ())) + sum(len(trace["x"]) for trace in ticks)


def views(answers: Answers) -> list[str]:
    queries = {name: answers.understood(OF.get(view.of, "")) for name, view in TAKEN.items()}
    return [name for name, filters in queries.items() if is_chart(answers.drawn(TAKEN[name], filters))]


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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", shelf.names(DATA))
def test_a_shipped_story_says_on_its_slides_what_it_says(answers: Answers, name: str, lang: str, theme: str) -> None:
    story = shelf.read(DATA / "stories" / f"{name}.json")
    found, file = made(answers, story, lang, theme)
    assert len(file.slides) == len(found.leaves)
    assert file.core_properties.title == found.title
    for slide, leaf in zip(file.slides, found.leaves, strict=True):
        said = texts(slide)
        assert slide.shapes.title.text_frame.text == leaf.title
        assert leaf.note in said
        assert (slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "") == leaf.speaker
        for drawn in leaf.shows:
            assert drawn.selection.rstrip("…")[:60] in said
            assert found.version in said
            assert drawn.boundaries in said
            links = [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]
            assert drawn.page in links
        for source in leaf.sources:
            assert source in said


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_run_names_its_fonts_and_its_language(answers: Answers, lang: str) -> None:
    slides = tuple(Slide("view", shows=(Shown(view),)) for view in ("sectors", "timeline", "map"))
    _, file = made(answers, Story("fonts", Text("Fonts", "字体"), slides=slides), lang)
    parts = [slide._element for slide in file.slides]
    parts += [chart._chartSpace for slide in file.slides for chart in charts(slide)]
    for part in parts:
        for run in part.iter(qn("a:r")):
            props = run.find(qn("a:rPr"))
            assert props.find(qn("a:latin")).get("typeface") == "Arial"
            assert props.find(qn("a:ea")).get("typeface") == "Microsoft YaHei"
            chinese = bool(re.search(r"[\u3400-\u9fff]", run.find(qn("a:t")).text or ""))
            assert props.get("lang") == ("zh-CN" if chinese or lang == "zh" else "en-GB")


def test_arrows_and_labels_stand_at_their_shares_of_the_frame(answers: Answers) -> None:
    marks = (
        Mark("arrow", 0, 0.2, 0.2, 0.5, 0.6, text=Text("Look", "看")),
        Mark("label", 0, 0.5, 0.5, text=Text("Here", "这里")),
    )
    _, file = made(answers, told("sectors", marks=marks))
    held = {shape.name: shape for shape in shapes(file.slides[0])}
    frame = next(shape for shape in shapes(file.slides[0]) if getattr(shape, "has_chart", False))
    arrow, label = next(shape for shape in shapes(file.slides[0]) if shape.shape_type == 9), held["Here"]
    assert abs(arrow.begin_x - (frame.left + 0.2 * frame.width)) < 20_000
    assert abs(arrow.end_y - (frame.top + 0.6 * frame.height)) < 20_000
    assert abs(label.left + label.width / 2 - (frame.left + frame.width / 2)) < 20_000
    assert "Look" in held


@pytest.mark.parametrize("view", CHARTS)
def test_nothing_stands_outside_of_its_slide(answers: Answers, view: str) -> None:
    _, file = made(answers, told(view, OF.get(TAKEN[view].of, "")))
    for shape in shapes(file.slides[0]):
        assert shape.left >= 0, shape.name
        assert shape.top >= 0, shape.name
        assert shape.left + shape.width <= file.slide_width, shape.name
        assert shape.top + shape.height <= file.slide_height, shape.name


def test_an_office_program_makes_a_page_of_every_slide(answers: Answers, tmp_path: Path) -> None:
    everything = [
        Slide("view", Text(view), shows=(Shown(view, OF.get(TAKEN[view].of, "")),), speaker=Text("Say"))
        for view in CHARTS
    ]
    story = Story("all", Text("All", "全部"), slides=(Slide("cover", Text("All", "全部")), *everything))
    for lang in ("en", "zh"):
        found = deck(answers, story, Worn(lang, origin=ORIGIN))
        (tmp_path / f"{lang}.pptx").write_bytes(pptx(found, answers))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    call = [SOFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "en.pptx", "zh.pptx"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=240)
    assert "error" not in (done.stdout + done.stderr).lower()
    for lang in ("en", "zh"):
        pages = pypdfium2.PdfDocument(tmp_path / f"{lang}.pdf")
        assert len(pages) == len(story.slides)
        title = pages[2].get_textpage().get_text_bounded()
        assert "sectors" in title
        pages.close()


def test_parts_of_charts_stand_in_the_order_that_programs_ask_for(answers: Answers) -> None:
    order = ["idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "errBars", "xVal", "yVal"]
    order += ["cat", "val", "smooth"]
    slides = tuple(Slide("view", shows=(Shown(view),)) for view in ("sectors", "due", "peers", "path", "timeline"))
    _, file = made(answers, Story("parts", Text("Parts"), slides=slides))
    for slide in file.slides:
        for chart in charts(slide):
            for series in chart._chartSpace.iter(qn("c:ser")):
                places = [order.index(etree.QName(part).localname) for part in series]
                assert places == sorted(places)


def test_words_of_a_story_can_hold_any_sign(answers: Answers) -> None:
    text = Text("A < B & \"C\" 'D' > E", "甲＜乙＆丙")
    slide = Slide("statement", text, text, text)
    _, file = made(answers, replace(told("map"), slides=(slide,)))
    assert file.slides[0].shapes.title.text_frame.text == text.en
    assert file.slides[0].notes_slide.notes_text_frame.text == text.en


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["nobody", "OUT.pptx"], "nobody"),
        (["provinces-2030", "OUT.odp"], "should end in .pptx or .pdf"),
    ],
)
def test_the_verb_tells_what_is_wrong(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], told: str
) -> None:
    out = tmp_path / given[1]
    assert main(["slides", given[0], str(out), "--database", str(settings.database)]) == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_verb_writes_slides(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "story.pptx"
    assert main(["slides", "one-plus-n", str(out), "--lang", "zh", "--database", str(settings.database)]) == 0
    story = shelf.read(DATA / "stories" / "one-plus-n.json")
    assert Presentation(str(out)).slides[0].shapes.title.text_frame.text == story.slides[0].title.zh


def test_without_a_browser_a_pdf_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(PrintError, match="CHROMIUM is '/nowhere/chromium', which can't be run; name Chromium"):
        printed(b"")
