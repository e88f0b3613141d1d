"""Can somebody make a story of views she sees, take it away as a file, and go on with it elsewhere?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from ccnt_dash.filters import Filters
from ccnt_dash.story import shelf
from ccnt_dash.story.story import story
from tests.e2e.conftest import Noted
from tests.e2e.making import CARDS, act, add, choose, downloaded, drawn, edit, kept, record
from tests.e2e.reader import Reader
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.e2e

FORBIDDEN = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };"


def test_a_story_is_made_of_two_pages_and_goes_on_elsewhere(reader: Reader, browser: Browser, tmp_path: Path) -> None:
    page, words = reader.page, reader.words
    said = add(reader, "/", "map", metric="targets", regions=("140000",))
    untitled = f"{words('story.add.untitled')} (story)"
    expect(said).to_contain_text(words("story.add.done", slide=2, story=untitled))
    said = add(reader, "/targets", "due", sectors=("energy",))
    expect(said).to_contain_text(words("story.add.done", slide=3, story=untitled))
    said.locator("a").press("Enter")
    drawn(page, 3)
    page.locator("#slide-title-en").fill("What falls due")
    page.locator("#slide-note-zh").fill("何时到期")
    act(page, "up")
    act(page, "duplicate")
    page.locator('[data-mark="arrow"]').press("Enter")
    page.keyboard.press("ArrowRight")
    page.locator("#mark-0-en").fill("Here")
    page.locator("#story-itself summary").press("Enter")
    page.locator("#story-title-en").fill("Lanterns")
    page.locator("#story-name").fill("Lanterns 2030")
    page.locator("#story-name").press("Tab")
    made = record(page)
    assert [slide["kind"] for slide in made["slides"]] == ["cover", "view", "view", "view", "sources"]
    shows = [slide["shows"][0] for slide in made["slides"][1:4]]
    assert [(each["view"], each["query"]) for each in shows] == [
        ("due", "?sectors=energy"), ("due", "?sectors=energy"), ("map", "?regions=140000&metric=targets"),
    ]  # fmt: skip
    assert {each["data"] for each in shows} == {reader.answers.store.number()}
    assert made["slides"][1]["note"]["zh"] == "何时到期"
    assert made["slides"][2]["marks"] == [
        {"kind": "arrow", "on": 0, "x": 0.3, "y": 0.3, "to_x": 0.51, "to_y": 0.5, "text": {"en": "Here", "zh": ""}}
    ]
    page.reload()
    expect(page.locator("#slide-title-en")).to_have_value("What falls due")
    name, told = downloaded(page)
    assert (name, told) == ("lanterns-2030.json", made)
    assert shelf.misfits(story(told), reader.answers) == []
    file = tmp_path / name
    file.write_text(json.dumps(told), "utf-8")
    elsewhere(browser, reader, file, told)


def elsewhere(browser: Browser, reader: Reader, file: Path, told: dict[str, Any]) -> None:
    """In a browser that knows nothing of it the file is the same story, and is presented."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{reader.address}/present/edit{reader.choices().to_query()}")
    page.locator("#story-open").set_input_files(file)
    expect(page.locator(CARDS)).to_have_count(len(told["slides"]))
    assert record(page) == told
    page.locator("#story-present").click()
    expect(page.locator("#stage[data-ready]")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#leaf-2.current .title")).to_have_text(told["slides"][1]["title"]["en"])
    expect(page.locator("#leaf-2 .js-plotly-plot .main-svg").first).to_be_visible()
    context.close()


def test_slides_are_deleted_joined_parted_and_had_back(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    before = record(page)
    choose(page, 2)
    act(page, "delete")
    expect(page.locator("#story-said")).to_contain_text(reader.words("story.edit.deleted", number=2))
    assert len(record(page)["slides"]) == len(before["slides"]) - 1
    page.locator('[data-does="undo"]').press("Enter")
    expect(page.locator("#story-said")).to_have_text(reader.words("story.edit.undone"))
    assert record(page) == before
    choose(page, 2)
    page.locator('[data-way="join"]').press("Enter")
    drawn(page, 2)
    pair = record(page)["slides"][1]
    assert pair["kind"] == "pair"
    assert [each["view"] for each in pair["shows"]] == [each["shows"][0]["view"] for each in before["slides"][1:3]]
    page.locator('[data-way="part"]').press("Enter")
    parted = record(page)["slides"]
    assert [each["shows"] for each in parted] == [each["shows"] for each in before["slides"]]
    page.locator("#slide-is").select_option("statement")
    assert record(page)["slides"][2]["shows"] == []
    page.locator('[data-does="undo"]').press("Enter")
    assert record(page)["slides"] == parted
    page.locator(".chosen .card-choose").focus()
    page.keyboard.press("Alt+ArrowUp")
    assert record(page)["slides"][1] == parted[2]


@pytest.mark.parametrize("lang", ["en"])
def test_an_arrow_is_drawn_and_a_place_highlighted(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    choose(page, 2)
    page.locator('[data-mark="arrow"]').click()
    sheet = page.locator(".marks-sheet").bounding_box()
    assert sheet
    page.mouse.move(sheet["x"] + sheet["width"] * 0.25, sheet["y"] + sheet["height"] * 0.25)
    page.mouse.down()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.5, sheet["y"] + sheet["height"] * 0.75, steps=4)
    page.mouse.up()
    arrow = record(page)["slides"][1]["marks"][-1]
    found = [arrow[name] for name in ("x", "y", "to_x", "to_y")]
    assert found == pytest.approx([0.25, 0.25, 0.5, 0.75], abs=0.01)
    page.locator('[data-mark="region"]').press("Enter")
    page.locator(".mark select").last.select_option("140000")
    drawn(page, 2)
    assert record(page)["slides"][1]["marks"][-1] == {"kind": "region", "on": 0, "region": "140000"}
    page.locator('.mark-point[data-point$="head"]').first.focus()
    page.keyboard.press("Delete")
    assert [each["kind"] for each in record(page)["slides"][1]["marks"]] == ["region"]


def test_a_broken_file_is_told_and_nothing_is_lost(reader: Reader, tmp_path: Path, noted: Noted) -> None:
    page = edit(reader, "provinces-2030")
    before = kept(page)
    file = tmp_path / "broken.json"
    file.write_text(json.dumps({"story": "broken", "slides": [{"kind": "video"}, {"kind": "view"}]}), "utf-8")
    page.locator("#story-open").set_input_files(file)
    wrong = page.locator("#story-wrong")
    expect(wrong).to_contain_text(reader.words("story.edit.refused", file="broken.json"))
    expect(wrong.locator("li")).to_have_count(2)
    expect(wrong.locator("li").first).to_contain_text("broken.json.slides[1].kind is 'video'")
    assert kept(page) == before
    noted.console.clear()  # the browser itself reports the status that is asked for here


@pytest.mark.parametrize("lang", ["zh"])
def test_a_browser_that_keeps_nothing_still_gives_the_file(reader: Reader) -> None:
    reader.page.add_init_script(FORBIDDEN)
    page = edit(reader, "provinces-2030")
    page.locator("#story-itself summary").click()
    page.locator("#story-title-zh").fill("没有保存")
    expect(page.locator("#story-wrong")).to_contain_text(reader.words("story.edit.unkept"))
    assert downloaded(page)[1]["title"]["zh"] == "没有保存"


@pytest.mark.parametrize("lang", ["en"])
def test_a_story_is_deleted_only_when_that_is_confirmed(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    page.locator('[data-does="remove"]').click()
    page.get_by_role("button", name=reader.words("story.edit.no"), exact=True).click()
    assert list(kept(page)["drafts"]) == ["provinces-2030"]
    page.locator('[data-does="remove"]').click()
    page.locator("[data-yes]").click()
    expect(page.locator(CARDS)).to_have_count(0)
    assert kept(page)["drafts"] == {}


@pytest.mark.parametrize("lang", ["zh"])
def test_a_draft_is_taken_to_powerpoint(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    with page.expect_download() as download:
        page.locator('[data-does="pptx"]').press("Enter")
    assert download.value.suggested_filename == "provinces-2030.pptx"
    assert Path(download.value.path()).read_bytes().startswith(b"PK")


@pytest.mark.parametrize("lang", ["en"])
def test_a_draft_is_listed_and_presented(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    page.locator("#story-itself summary").click()
    page.locator("#story-title-en").fill("Lanterns")
    page.goto(f"{reader.address}/present")
    page.locator("#drafts a", has_text="Lanterns").press("Enter")
    expect(page.locator("#making")).to_be_visible()
    page.locator("#story-present").press("Enter")
    expect(page.locator("#stage .leaf.current .title")).to_be_visible()


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("zh", "dark"), ("en", "dark"), ("zh", "light")])
def test_the_editor_keeps_nobody_out(reader: Reader, theme: str) -> None:
    edit(reader, "provinces-2030")
    page = reader.page
    page.goto(f"{reader.address}/present/edit{Filters(lang=reader.lang, theme=theme).to_query()}#provinces-2030/2")
    drawn(page, 2)
    page.locator('[data-mark="label"]').press("Enter")
    page.locator('[data-mark="region"]').press("Enter")
    page.locator("#story-itself summary").press("Enter")
    page.wait_for_function("!document.querySelector('#slide-preview').hasAttribute('aria-busy')")
    found = violations(reader)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("viewport", [ViewportSize(width=390, height=844)], ids=["phone"])
@pytest.mark.parametrize("lang", ["zh"])
def test_the_editor_fits_a_phone(reader: Reader) -> None:
    page = edit(reader, "provinces-2030")
    choose(page, 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = violations(reader)
    assert not found, "\n".join(found)
