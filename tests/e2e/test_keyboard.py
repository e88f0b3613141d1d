"""Can everything be done without a mouse?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

MOST_STOPS = 60


@pytest.mark.parametrize("lang", ["en"])
def test_the_skip_link_leads_to_the_views_and_tab_to_the_map(reader: Reader) -> None:
    reader.open()
    reader.page.keyboard.press("Tab")
    skip = reader.page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_text(reader.words("site.skip"))
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main")).to_be_focused()
    _tab_to(reader, "#graph-map [data-key]")
    reader.page.keyboard.press("Enter")
    expect(reader.sentence).to_contain_text(reader.words.place(reader.focused() or ""))


def test_a_province_is_reached_by_arrows_and_chosen_by_enter_with_the_focus_kept(reader: Reader) -> None:
    reader.open()
    reader.page.locator("main").focus()
    _tab_to(reader, "#graph-map [data-key]")
    first = reader.focused()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowDown")
    code = reader.focused()
    assert code not in (None, first)
    for chosen in ((code,), ()):
        reader.page.keyboard.press("Enter")
        reader.sees(regions=chosen)
        reader.until(reader.focused, code)


@pytest.mark.parametrize("lang", ["zh"])
def test_a_bar_is_reached_by_tab_and_chosen_by_space(reader: Reader) -> None:
    reader.open()
    reader.page.locator("#part-places .place").last.focus()
    _tab_to(reader, "#graph-sectors [data-key]")
    sector = reader.focused()
    reader.page.keyboard.press("Space")
    reader.sees(sectors=(sector,))
    reader.until(reader.focused, sector)


@pytest.mark.parametrize("lang", ["en"])
def test_a_sector_box_is_ticked_by_space(reader: Reader) -> None:
    reader.open()
    reader.page.locator("#control-search").focus()
    _tab_to(reader, '#control-sectors input[value="energy"]')
    reader.page.keyboard.press("Space")
    reader.sees(sectors=("energy",))
    expect(reader.option("sectors", "energy")).to_be_checked()


@pytest.mark.parametrize("lang", ["zh"])
def test_a_dropdown_is_reached_by_tab_and_used_by_keys(reader: Reader) -> None:
    reader.open()
    reader.page.locator("#control-search").focus()
    _tab_to(reader, "#control-regions")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".dash-dropdown-search")).to_be_focused()
    reader.page.keyboard.type(reader.words.place("140000"))
    expect(reader.page.locator(".dash-dropdown-option")).to_have_count(1)
    reader.page.keyboard.press("ArrowDown")
    expect(reader.page.locator(".dash-dropdown-option input")).to_be_focused()
    reader.page.keyboard.press("Space")
    reader.wait_settled(regions=("140000",))


@pytest.mark.parametrize("lang", ["en"])
def test_a_row_of_the_table_is_opened_by_enter_and_closed_by_escape(reader: Reader) -> None:
    reader.open()
    policy = reader.drawn("table")["rows"][1]["key"]
    reader.page.locator("main .legend button").last.focus()
    _tab_to(reader, ".ag-header-cell, .ag-cell")
    for _ in range(2):
        reader.page.keyboard.press("ArrowDown")
    expect(reader.page.locator(f'.ag-row[row-id="{policy}"] .ag-cell').first).to_be_focused()
    reader.page.keyboard.press("Enter")
    reader.sees(policies=(policy,))
    expect(reader.policies).to_have_count(1)
    reader.page.keyboard.press("Escape")
    reader.sees()


def _tab_to(reader: Reader, selector: str) -> None:
    """Press Tab until the focus is on something of the kind."""
    for _ in range(MOST_STOPS):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {MOST_STOPS} presses of Tab", pytrace=False)
