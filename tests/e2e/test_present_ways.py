"""Can a story go on by itself, become a picture or paper, be turned with a finger, and be followed by everybody?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from ccnt_dash.story.deck import Worn, deck
from tests.e2e.audience import LAST, MAP, STORY, opened, shown, stands
from tests.e2e.reader import Reader
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("lang", ["en"])
def test_a_kiosk_goes_on_by_itself_and_waits_for_who_looks(reader: Reader) -> None:
    page = opened(reader, LAST, kiosk=1)
    stands(page, 1)
    stands(page, 2)
    page.keyboard.press("Home")
    expect(page.locator("body")).to_have_attribute("data-kiosk", "paused")
    page.keyboard.press("k")
    expect(page.locator("body")).to_have_attribute("data-kiosk", "off")


@pytest.mark.parametrize("lang", ["zh"])
def test_a_slide_becomes_a_picture(reader: Reader) -> None:
    page = opened(reader, MAP)
    with page.expect_download() as download:
        page.locator("[data-way=svg]").click()
    drawn = download.value.path().read_text("utf-8")
    slide = deck(reader.answers, STORY, Worn("zh")).leaves[MAP - 1]
    assert slide.title in drawn
    assert (
        slide.shows[0].selection in drawn.replace("</text>", "").replace("\n", "")
        or slide.shows[0].selection[:12] in drawn
    )
    assert "<path" in drawn
    with page.expect_download() as download:
        page.locator("[data-way=png]").click()
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"


@pytest.mark.parametrize("lang", ["en"])
def test_a_printed_story_has_a_page_for_each_slide(reader: Reader) -> None:
    page = opened(reader)
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == LAST


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize(("viewport", "touch"), [({"width": 390, "height": 844}, True)], ids=["phone"])
def test_a_phone_shows_upright_slides_and_turns_them_with_a_finger(reader: Reader) -> None:
    page = opened(reader, 2)
    box = shown(page).bounding_box()
    assert box is not None
    assert box["height"] > box["width"]
    page.evaluate("""() => {
        const stage = document.getElementById('stage');
        const touch = x => new Touch({identifier: 1, target: stage, clientX: x, clientY: 300});
        stage.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(300)], changedTouches: [touch(300)]}));
        stage.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(120)]}));
    }""")
    stands(page, 3)
    page.locator("[data-way=more]").click()
    expect(page.locator("[data-way=language]")).to_be_visible()


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("zh", "dark")])
@pytest.mark.parametrize("at", [1, MAP, 7, LAST])
def test_a_slide_keeps_nobody_out(reader: Reader, at: int, theme: str) -> None:
    page = opened(reader, at, theme=theme)
    if at == MAP:
        page.keyboard.press("r")
        expect(page.locator(".live select").first).to_be_visible()
    found = violations(reader)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", ["en"])
def test_the_overview_and_the_keys_keep_nobody_out(reader: Reader) -> None:
    page = opened(reader, 2)
    page.keyboard.press("o")
    found = violations(reader)
    page.keyboard.press("o")
    page.keyboard.press("?")
    expect(page.locator("dialog.help")).to_be_visible()
    found += violations(reader)
    assert not found, "\n".join(found)
