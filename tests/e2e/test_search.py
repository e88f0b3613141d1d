"""Does the search box of the header lead where a reader wants to go, without a mouse?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from ccnt_dash.pages.frame import FIND
from tests.e2e.conftest import Noted
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e


def go(reader: Reader, path: str, theme: str = "") -> Locator:
    """The search box of a page."""
    reader.page.goto(f"{reader.address}{path}{reader.choices(theme=theme).to_query()}")
    box = reader.page.get_by_role("combobox", name=reader.words("find.label"))
    expect(box).to_be_visible()
    return box


def options(reader: Reader) -> Locator:
    return reader.page.locator(".find").get_by_role("option")


@pytest.mark.parametrize(
    ("text", "path"), [("Macau", "/province/820000"), ("鄂尔多斯", "/city/150600"), ("ordos", "/city/150600")]
)
def test_a_place_is_found_and_opened_by_keys_in_the_same_language_and_theme(
    reader: Reader, text: str, path: str
) -> None:
    box = go(reader, "/about", theme="dark")
    reader.page.keyboard.press("/")
    expect(box).to_be_focused()
    reader.page.keyboard.type(text)
    expect(options(reader).first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-expanded", "true")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(f"{reader.address}{path}{reader.choices(theme='dark').to_query()}")


@pytest.mark.parametrize("lang", ["zh"])
def test_enter_does_not_wait_for_the_reader(reader: Reader) -> None:
    box = go(reader, "/about")
    box.focus()
    reader.page.keyboard.type("Shanxi")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(f"{reader.address}/province/140000{reader.choices().to_query()}")


@pytest.mark.parametrize("lang", ["en"])
def test_arrows_go_through_the_results_and_escape_leaves_them(reader: Reader) -> None:
    box = go(reader, "/about")
    box.fill("storage")
    expect(options(reader)).to_have_count(12)
    for pressed, at in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", 11)):
        reader.page.keyboard.press(pressed)
        expect(options(reader).nth(at)).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", f"find-{at}")
    expect(reader.page.locator(".find [role=status]")).to_have_text(reader.words.counted("find.found", 12))
    reader.page.keyboard.press("Escape")
    expect(options(reader).first).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("storage")
    reader.page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_an_indicator_opens_its_targets(reader: Reader) -> None:
    box = go(reader, "/about")
    name = reader.words.name("indicators", "pumped_storage_capacity")
    box.fill(name)
    options(reader).filter(has_text=name).first.click()
    reader.page.wait_for_url("**/targets?indicator=pumped_storage_capacity*")
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")


def test_nothing_found_is_said(reader: Reader) -> None:
    box = go(reader, "/about")
    box.fill("zzzz")
    told = reader.words("find.nothing", text="zzzz")
    expect(reader.page.locator(".find-told")).to_have_text(told)
    expect(reader.page.locator(".find [role=status]")).to_have_text(told)
    expect(box).to_have_attribute("aria-expanded", "false")
    reader.page.keyboard.press("Enter")
    expect(box).to_be_focused()


@pytest.mark.parametrize("lang", ["en"])
def test_an_older_answer_does_not_replace_a_newer_one(reader: Reader) -> None:
    box = go(reader, "/about")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route(f"**{FIND}?q=Ma", hold)
    box.fill("Ma")
    reader.until(lambda: len(held), 1)
    box.fill("Macau")
    expect(options(reader)).to_have_count(1)
    held[0].continue_()
    reader.page.wait_for_timeout(300)
    expect(options(reader)).to_have_count(1)


@pytest.mark.parametrize("lang", ["en"])
def test_a_search_without_an_answer_is_told(reader: Reader, noted: Noted) -> None:
    box = go(reader, "/about")
    reader.page.route(f"**{FIND}*", lambda route: route.abort())
    box.fill("Macau")
    expect(reader.page.locator(".find-told")).to_have_text(reader.words("find.failed"))
    noted.console.clear()


@pytest.mark.parametrize("lang", ["en"])
def test_a_stroke_is_a_stroke_where_something_is_typed_and_escape_keeps_the_opened_policy(reader: Reader) -> None:
    policy = reader.most("table", "targets")
    reader.open(policies=(policy,))
    expect(reader.policies).to_have_count(1)
    reader.page.locator("#control-search").click()
    reader.page.keyboard.type("/")
    expect(reader.page.locator("#control-search")).to_have_value("/")
    box = reader.page.locator("#find")
    box.fill("Macau")
    expect(options(reader)).to_have_count(1)
    reader.page.keyboard.press("Escape")
    expect(reader.policies).to_have_count(1)


@pytest.mark.parametrize("path", ["/", "/about"])
def test_the_header_fits_the_screen(reader: Reader, path: str) -> None:
    box = go(reader, path)
    box.fill("storage")
    expect(options(reader)).to_have_count(12)
    for width in (1920, 1280, 800, 390):
        reader.page.set_viewport_size({"width": width, "height": 800})
        fits(reader, width)


def fits(reader: Reader, width: int) -> None:
    """Nothing is wider than the window, and nothing in the header lies on anything else."""
    reader.page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)
    overlaps = """() => {
      const boxes = [...document.querySelector('.top').children].map(each => each.getBoundingClientRect());
      return boxes.some((one, at) => boxes.slice(at + 1).some(other => one.left < other.right - 1 &&
        other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
    }"""
    assert not reader.page.evaluate(overlaps)
    head = reader.page.locator(".top").bounding_box()
    assert head is not None
    assert head["height"] < (130 if width >= 1280 else 300)
