"""Does the page of targets show path, deadlines and progress of what is chosen, by mouse, keyboard, link and phone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

SICHUAN = {"regions": ("510000",), "indicator": "solar_capacity"}


def visit(reader: Reader, **fields: object) -> None:
    reader.page.goto(f"{reader.address}/targets{reader.choices(**fields).to_query()}")
    expect(reader.page.locator(".frame.due .js-plotly-plot")).to_be_visible()
    expect(reader.page.locator(".frame.table .ag-row").first).to_be_visible()


def choose_year(reader: Reader) -> None:
    """Choose 2030 by its first bar, with the keyboard."""
    reader.page.locator('.frame.due [data-key="2030"]').first.focus()
    reader.page.keyboard.press("Enter")


def test_a_deep_link_shows_what_was_promised_and_what_happened(reader: Reader) -> None:
    visit(reader, **SICHUAN)
    drawn = reader.drawn("path", **SICHUAN)
    expect(reader.page.locator("#targets-part-title-path")).to_have_text(drawn["layout"]["meta"]["title"])
    expect(reader.page.locator("#targets-part-path_sources")).to_contain_text("National Energy Administration")
    first = reader.drawn("progress", **SICHUAN)["rows"][0]
    row = reader.page.locator('.ag-row[row-index="0"]')
    expect(row.locator('[col-id="status"]')).to_have_text(first["status"])
    expect(row.locator('[col-id="target"]')).to_have_text(first["target"])


def test_a_mark_opens_the_policy_with_the_keyboard(reader: Reader) -> None:
    visit(reader, **SICHUAN)
    mark = reader.page.locator(".frame.path [data-key]").first
    key = mark.get_attribute("data-key")
    mark.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".opened .policy")).to_be_visible()
    expect(reader.page).to_have_url(f"{reader.address}/targets{reader.choices(**SICHUAN, policies=(key,)).to_query()}")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator(".opened .policy")).to_have_count(0)


def test_a_bar_chooses_its_year_and_the_table_follows(reader: Reader) -> None:
    visit(reader)
    choose_year(reader)
    expect(reader.page.locator("#targets-part-chips")).to_contain_text("2030")
    rows = reader.drawn("progress", years=(2030,))["rows"]
    cell = reader.page.locator('.ag-row[row-index="0"] [col-id="year"]')
    expect(cell).to_have_text("2030")
    expect(reader.page.locator('.ag-row[row-index="0"] [col-id="why"]')).to_have_text(rows[0]["why"])


def test_a_row_opens_its_policy(reader: Reader) -> None:
    visit(reader, **SICHUAN)
    policy = reader.drawn("progress", **SICHUAN)["rows"][0]["policy"]
    reader.page.locator('.ag-row[row-index="0"] [col-id="status"]').click()
    title = reader.drawn("policy", policies=(policy,))[0]["title"]
    expect(reader.page.locator(".opened h3")).to_have_text(title)


def test_back_brings_the_choices_back(reader: Reader) -> None:
    visit(reader)
    before = reader.page.locator("#targets-part-sentence").inner_text()
    choose_year(reader)
    expect(reader.page.locator("#targets-part-sentence")).not_to_have_text(before)
    reader.page.go_back()
    expect(reader.page.locator("#targets-part-sentence")).to_have_text(before)


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 800}])
def test_it_fits_a_phone(reader: Reader) -> None:
    visit(reader, **SICHUAN)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_does_not_fit_is_listed_side_by_side(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/consistency{reader.choices().to_query()}")
    first = reader.drawn("disagreements")[0]
    row = reader.page.locator('#disagreements .ag-row[row-index="0"]')
    expect(row.locator('[col-id="document"]')).to_have_text(first["document"])
    expect(row.locator('[col-id="other"]')).to_have_text(first["other"])
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 1280
