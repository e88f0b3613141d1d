"""Can a story be presented: by key and by pointer, in both languages, with a second window, filtered live?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from ccnt_dash.filters import Filters
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.taking.extract import TAKEN, extract
from tests.e2e.audience import LAST, MAP, NUMBERS, STORY, opened, pressed, ready, shown, stands
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e


def test_a_story_is_walked_with_the_keyboard(reader: Reader) -> None:
    page = opened(reader)
    stands(page, 1, reader.lang)
    for key, at in (
        ("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("PageUp", 2), ("End", LAST),
        ("ArrowRight", LAST), ("Home", 1), ("ArrowLeft", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        stands(page, at, reader.lang)
    page.keyboard.press("ArrowRight")
    expect(shown(page).locator(".title")).to_be_focused()
    told = page.locator("[role=status].unseen")
    expect(told).to_contain_text(STORY.slides[1].title.of(reader.lang))
    page.reload()
    stands(page, 2, reader.lang)
    page.goto(f"{reader.address}/health")
    page.go_back()
    stands(page, 2, reader.lang)


@pytest.mark.parametrize("lang", ["en"])
def test_every_slide_shows_what_the_site_shows(reader: Reader) -> None:
    page = opened(reader)
    made = deck(reader.answers, STORY, Worn(origin=reader.address))
    for at, leaf in enumerate(made.leaves, 1):
        section = page.locator(f"#leaf-{at} .slide")
        for number, drawn in enumerate(leaf.shows):
            figure = section.locator(".show").nth(number)
            expect(figure.locator(".selection")).to_have_text(drawn.selection)
            expect(figure.locator(".credit")).to_have_text(f"{drawn.credit} {drawn.boundaries}".strip())
            expect(figure.locator(".js-plotly-plot" if drawn.figure else "table")).to_have_count(1)


@pytest.mark.parametrize("lang", ["en"])
def test_the_next_slide_is_drawn_before_it_is_asked_for_and_only_shown_then(reader: Reader) -> None:
    page = opened(reader, MAP - 1)
    following = page.locator(f"#leaf-{MAP} .slide")
    expect(following.locator(".js-plotly-plot .choroplethlayer path").first).to_be_attached()
    assert not following.is_visible()
    page.evaluate("at => { document.querySelector(`#leaf-${at} .main-svg`).dataset.drawnBefore = 'yes'; }", MAP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("ArrowRight")
    expect(following.locator('.main-svg[data-drawn-before="yes"]')).to_be_visible()
    assert asked == []


def test_language_and_theme_change_where_one_is(reader: Reader) -> None:
    other = "zh" if reader.lang == "en" else "en"
    page = opened(reader, 3)
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if other == "zh" else "en")
    stands(page, 3, other)
    page.locator("[data-way=theme]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    stands(page, 3, other)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    stands(page, 3, other)


def test_a_slide_is_chosen_in_the_overview(reader: Reader) -> None:
    page = opened(reader, 2)
    page.keyboard.press("Escape")
    picks = page.locator(".pick")
    expect(picks.nth(1)).to_be_focused()
    expect(picks.nth(2)).to_be_in_viewport()
    pressed(page, "ArrowRight", "ArrowRight", "Enter")
    stands(page, 4, reader.lang)
    page.locator("[data-way=overview]").click()
    picks.nth(0).click()
    stands(page, 1, reader.lang)


def test_the_speaker_has_a_window_in_step(reader: Reader, noted: Any) -> None:
    page = opened(reader, 2)
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    noted.watch(speaker)
    ready(speaker)
    said = speaker.locator(".desk .said")
    expect(said).to_have_text(STORY.slides[1].speaker.of(reader.lang))
    expect(speaker.locator(".leaf.after")).to_have_attribute("data-at", "2")
    speaker.keyboard.press("ArrowRight")
    stands(page, 3, reader.lang)
    page.keyboard.press("End")
    expect(said).to_have_text(STORY.slides[-1].speaker.of(reader.lang) or reader.words("present.say.no_notes"))
    stands(speaker, LAST, reader.lang)
    page.keyboard.press("b")
    expect(speaker.locator(".shade")).to_be_visible()
    page.keyboard.press("b")
    expect(speaker.locator(".shade")).to_be_hidden()
    expect(page.locator(".bar .timer")).not_to_have_text("00:00")
    speaker.locator("[data-way=desk-pause]").click()
    speaker.locator("[data-way=desk-reset]").click()
    expect(page.locator(".bar .timer")).to_have_text("00:00")
    speaker.close()


def test_a_slide_is_filtered_and_comes_back_as_planned(reader: Reader) -> None:
    page = opened(reader, MAP)
    figure = shown(page).locator(".show")
    planned = figure.locator(".selection").inner_text()
    before = figure.locator(".js-plotly-plot").evaluate(NUMBERS)
    page.keyboard.press("r")
    page.locator("#live-sectors").select_option("energy")
    slide = STORY.slides[MAP - 1]
    chosen = Filters.from_query(slide.shows[0].query).set("lang", reader.lang).set("sectors", ("energy",))
    expect(figure.locator(".selection")).to_have_text(extract(reader.answers, TAKEN["map"], chosen).sentence)
    expect(shown(page).locator(".filtered")).to_be_visible()
    assert figure.locator(".js-plotly-plot").evaluate(NUMBERS) != before
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    expect(figure.locator(".selection")).to_have_text(planned)
    expect(shown(page).locator(".filtered")).to_have_count(0)
    assert figure.locator(".js-plotly-plot").evaluate(NUMBERS) == before


@pytest.mark.parametrize("lang", ["en"])
def test_a_mark_of_a_slide_chooses_what_it_stands_for(reader: Reader) -> None:
    page = opened(reader, MAP)
    mark = shown(page).locator('.choroplethlayer [data-key="140000"]').first
    mark.focus()
    page.keyboard.press("Enter")
    expect(shown(page).locator(".filtered")).to_be_visible()
    outline = "graph => graph.data.filter(trace => trace.name === 'chosen').flatMap(trace => [...trace.locations])"
    assert "140000" in shown(page).locator(".js-plotly-plot").evaluate(outline)
    page.keyboard.press("Backspace")
    expect(shown(page).locator(".filtered")).to_have_count(0)
