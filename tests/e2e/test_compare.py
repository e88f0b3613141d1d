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
