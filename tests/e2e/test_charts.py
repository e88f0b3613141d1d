"""Do the marks of sectors, timeline and comparison choose what they stand for, without narrowing their own chart?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e


def test_a_sector_is_chosen_by_its_bar_and_by_its_box(reader: Reader) -> None:
    reader.open()
    bars, drawn = reader.labels("sectors"), reader.map_rows()
    assert len(bars) == len(reader.words.vocabulary["sectors"])
    reader.click_mark("sectors", "energy")
    reader.sees(sectors=("energy",))
    expect(reader.option("sectors", "energy")).to_be_checked()
    reader.tick("sectors", "transport")
    reader.sees(sectors=("energy", "transport"))
    assert reader.labels("sectors") == bars
    assert reader.map_rows() != drawn


@pytest.mark.parametrize("lang", ["en"])
def test_a_year_is_chosen_by_a_mark_of_the_timeline(reader: Reader) -> None:
    reader.open()
    rows, marks = reader.titles(), reader.labels("timeline")
    year = reader.most("timeline", "targets")
    reader.click_mark("timeline", str(year))
    reader.sees(years=(year,))
    assert reader.labels("timeline") == marks
    assert reader.titles() != rows
    expect(reader.page.locator("#control-years")).to_contain_text(str(year))


@pytest.mark.parametrize("lang", ["zh"])
def test_a_region_is_chosen_by_a_mark_of_the_comparison(reader: Reader) -> None:
    reader.open()
    marks = reader.labels("compare")
    region = reader.most("compare", "shown")
    reader.click_mark("compare", region)
    reader.sees(regions=(region,))
    assert reader.labels("compare") == marks
    reader.click_mark("compare", region)
    reader.sees()
