"""Does the page of comparison say what is compared and why, by link, keyboard and phone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

TWO = {"regions": ("140000", "150000"), "indicator": "solar_capacity"}


def visit(reader: Reader, **fields: object) -> None:
    reader.page.goto(f"{reader.address}/compare{reader.choices(**fields).to_query()}")
    expect(reader.page.locator(".frame.peers .js-plotly-plot")).to_be_visible()
    expect(reader.page.locator(".frame.table .ag-row").first).to_be_visible()


def test_a_deep_link_shows_the_places_and_their_figures(reader: Reader) -> None:
    visit(reader, **TWO)
    meta = reader.drawn("peers", **TWO)["layout"]["meta"]
    expect(reader.page.locator("#compare-part-title-peers")).to_have_text(meta["title"])
    expect(reader.page.locator("#compare-part-why")).to_have_text(meta["why"])
    for at, row in enumerate(reader.drawn("twin", **TWO)):
        shown = reader.page.locator(f'.ag-row[row-index="{at}"]')
        expect(shown.locator('[col-id="region"]')).to_have_text(row["region"])
        expect(shown.locator('[col-id="seen"]')).to_have_text(row["seen"])


def test_amounts_are_shown_per_person_with_the_keyboard(reader: Reader) -> None:
    visit(reader, **TWO)
    reader.page.locator("#compare-control-per input").first.focus()
    reader.page.keyboard.press("ArrowDown")
    title = reader.drawn("peers", **TWO, per="head")["layout"]["meta"]["title"]
    expect(reader.page.locator("#compare-part-title-peers")).to_have_text(title)
    expect(reader.page).to_have_url(f"{reader.address}/compare{reader.choices(**TWO, per='head').to_query()}")
    reader.page.go_back()
    plain = reader.drawn("peers", **TWO)["layout"]["meta"]["title"]
    expect(reader.page.locator("#compare-part-title-peers")).to_have_text(plain)


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 800}])
def test_it_fits_a_phone(reader: Reader) -> None:
    visit(reader)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("lang", ["zh"])
def test_another_likeness_gives_other_peers_and_its_reason(reader: Reader) -> None:
    one = {"regions": ("140000",), "indicator": "energy_intensity_reduction"}
    visit(reader, **one)
    reader.page.locator("#compare-control-alike input").nth(4).check()
    meta = reader.drawn("peers", **one, alike="borders")["layout"]["meta"]
    expect(reader.page.locator("#compare-part-why")).to_have_text(meta["why"])
    expect(reader.page).to_have_url(f"{reader.address}/compare{reader.choices(**one, alike='borders').to_query()}")


@pytest.mark.parametrize("view", ["peers", "slope"])
def test_a_mark_tells_its_figures_and_opens_its_policy_with_the_keyboard(view: str, reader: Reader) -> None:
    visit(reader, **TWO)
    mark = reader.page.locator(f".frame.{view} [data-key]").first
    mark.focus()
    assert reader.words("peers.by", value="", year=2025).strip() in (mark.get_attribute("aria-label") or "")
    key = mark.get_attribute("data-key")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".opened .policy")).to_be_visible()
    expect(reader.page).to_have_url(f"{reader.address}/compare{reader.choices(**TWO, policies=(key,)).to_query()}")


@pytest.mark.parametrize("lang", ["en"])
def test_on_a_phone_nothing_is_wider_than_the_screen(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    visit(reader, **TWO)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
