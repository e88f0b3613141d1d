"""Do slides say what their story says, and do office programs open them?"""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from ccnt_dash.__main__ import main
from ccnt_dash.answer import Answers
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.story.printed import PrintError, printed
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.story import Mark, Shown, Slide, Story, Text
from ccnt_dash.taking.extract import TAKEN
from tests.contract.slides import (
    CHARTS,
    DATA,
    OF,
    ORIGIN,
    SOFFICE,
    charts,
    made,
    shapes,
    texts,
    told,
)


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
