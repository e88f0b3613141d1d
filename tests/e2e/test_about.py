"""Does the page about the data say what the data set is, in both languages, without a mouse and without the network?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ccnt_dash.views import VIEWS
from tests.e2e.conftest import Noted
from tests.e2e.reader import Reader


def visit(reader: Reader, query: str = "") -> None:
    reader.page.goto(f"{reader.address}/about{query}")
    expect(reader.page.locator("main h2").first).to_be_visible()


def test_it_is_one_click_away_and_leads_back_in_the_same_language(reader: Reader) -> None:
    reader.open()
    reader.page.locator(".pages a").last.click()
    expect(reader.page.locator("#quality")).to_be_visible()
    expect(reader.page.locator(".page-link[aria-current]")).to_have_text(reader.words("nav.about"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")
    reader.page.locator(".pages a").first.click()
    expect(reader.sentence).to_be_visible()
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")


def test_it_counts_what_the_data_set_holds(reader: Reader) -> None:
    visit(reader, reader.choices().to_query())
    told = reader.answers.rows(VIEWS["quality"], reader.choices())[0]
    expect(reader.page.locator("#quality dd").first).to_have_text(f"{told['policies']:,}")
    row = next(row for row in reader.drawn("coverage") if row["key"] == "140000-provincial")
    cell = '#coverage [row-id="140000-provincial"] [col-id="energy"]'
    expect(reader.page.locator(cell)).to_have_text(str(row["energy"]))


def test_a_heading_sorts_the_coverage(reader: Reader) -> None:
    visit(reader, reader.choices().to_query())
    reader.page.locator('#coverage .ag-header-cell[col-id="transport"]').click()
    best = max(reader.drawn("coverage"), key=lambda row: row.get("transport", 0))
    expect(reader.page.locator('#coverage [row-index="0"] [col-id="transport"]')).to_have_text(str(best["transport"]))


def test_the_dictionary_is_read_with_the_keyboard(reader: Reader) -> None:
    visit(reader, reader.choices().to_query())
    first = reader.drawn("dictionary")[0]
    row = reader.page.locator('#dictionary [row-index="0"]')
    expect(row.locator('[col-id="meaning"]')).to_have_text(first["meaning"])
    row.locator('[col-id="table"]').focus()
    for _ in range(3):
        reader.page.keyboard.press("ArrowRight")
    assert reader.page.evaluate("document.activeElement.getAttribute('col-id')") == "meaning"


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_the_screen(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    visit(reader, reader.choices().to_query())
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_address_without_a_page_says_so(reader: Reader, noted: Noted) -> None:
    answer = reader.page.goto(f"{reader.address}/nowhere{reader.choices().to_query()}")
    assert answer is not None
    assert answer.status == 404
    expect(reader.page.locator("main")).to_contain_text(reader.words("nav.lost"))
    noted.console.clear()  # the browser itself reports the status that is asked for here


def test_the_map_shows_what_happened_and_on_which_terms(reader: Reader) -> None:
    reader.open(metric="observed", indicator="solar_capacity", at=2020)
    title = reader.drawn("map", metric="observed", indicator="solar_capacity", at=2020)["layout"]["meta"]["title"]
    expect(reader.page.locator("#part-title-map")).to_have_text(title)
    expect(reader.page.locator("#part-map_sources")).to_contain_text("National Energy Administration")
    reader.choose_province("140000")
    expect(reader.page.locator("#part-title-map")).to_have_text(title)
