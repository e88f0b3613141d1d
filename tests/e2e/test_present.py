"""Can a story be presented: by key and by pointer, in both languages, with a second window, filtered live?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT
from ccnt_dash.story import shelf
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.taking.extract import TAKEN, extract
from tests.e2e.reader import Reader
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.e2e

NAME = "provinces-2030"
STORY = shelf.read(ROOT / "data" / "stories" / f"{NAME}.json")
MAP = next(at for at, slide in enumerate(STORY.slides, 1) if slide.shows and slide.shows[0].view == "map")
LAST = len(STORY.slides)
NUMBERS = "graph => graph.calcdata.flat().map(point => point.z).filter(value => value !== undefined)"

# Shows the next slide, which is drawn, and then asks for it and draws it as if it were not: the best of three each.
RACE = """async () => {
    const {present} = window;
    const {at} = present.state;
    const planned = present.deck.slides[at + 1];
    const record = {story: 'race', slides: [{kind: planned.kind, shows: planned.shows.map(
        ({view, query, data}) => ({view, query, data}))}]};
    const best = async (back, act) => {
        const times = [];
        for (let n = 0; n < 3; n += 1) {
            await back();
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const before = performance.now();
            await act();
            document.body.getBoundingClientRect();
            times.push(performance.now() - before);
        }
        return Math.min(...times);
    };
    const shown = await best(() => present.go(at), () => present.go(at + 1));
    let section;
    const drawn = await best(() => section && section.remove(), async () => {
        const told = await present.ask(record, present.state.lang, present.state.theme);
        section = present.slide({...planned, shows: told.slides[0].shows}, present.say);
        present.section(at + 1).after(section);
        await present.draw(section);
    });
    return [shown, drawn];
}"""


def opened(reader: Reader, at: int = 1, **query: Any) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in {"lang": reader.lang, "theme": "light", **query}.items())
    reader.page.goto(f"{reader.address}/present/{NAME}?{asked}#{at}")
    ready(reader.page)
    return reader.page


def ready(page: Page) -> None:
    expect(page.locator("#stage[data-ready]")).to_be_visible()


def shown(page: Page) -> Locator:
    """The slide that is seen."""
    return page.locator(".leaf.current .slide:not(.coming)")


def stands(page: Page, at: int, lang: str = "en") -> None:
    """Slide number `at` is seen, told and in the address."""
    title = STORY.slides[at - 1].title.of(lang)
    expect(page.locator(f"#leaf-{at}.current .title")).to_have_text(title)
    expect(page).to_have_url(re.compile(rf"#{at}$"))
    expect(page.locator(".bar .place")).to_have_text(f"{at} / {LAST}")


def pressed(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


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
def test_the_next_slide_is_ready_before_it_is_asked_for(reader: Reader) -> None:
    """Showing a slide that is drawn takes a fraction of drawing it, measured in the same page."""
    page = opened(reader, MAP - 1)
    following = page.locator(f"#leaf-{MAP} .slide")
    expect(following.locator(".js-plotly-plot .choroplethlayer path").first).to_be_attached()
    assert not following.is_visible()
    ready_made, anew = page.evaluate(RACE)
    assert ready_made < anew / 3, f"{ready_made:.1f} ms shown, {anew:.1f} ms drawn"


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
