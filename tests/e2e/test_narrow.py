"""Is the page usable on a phone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e import scripts
from tests.e2e.reader import Reader

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["phone"]),
    pytest.mark.parametrize("touch", [True], ids=["touch"]),
]


def test_nothing_is_wider_than_the_screen_and_the_filters_unfold(reader: Reader) -> None:
    reader.open()
    assert _overhang(reader) <= 0
    energy = reader.page.locator('label:has(> * > input[value="energy"])')
    expect(energy).to_be_hidden()
    reader.page.locator("#drawer > summary").tap()
    expect(energy).to_be_visible()
    energy.tap()
    reader.sees(sectors=("energy",))
    assert _overhang(reader) <= 0


def test_a_province_is_chosen_and_a_policy_opened_with_a_finger(reader: Reader) -> None:
    reader.open()
    reader.page.touchscreen.tap(*reader.point("map", "140000"))
    reader.sees(regions=("140000",))
    policy = reader.most("table", "targets", regions=("140000",))
    reader.page.locator(f'.ag-row[row-id="{policy}"] [col-id="title"]').tap()
    expect(reader.policies).to_be_in_viewport()
    assert _overhang(reader) <= 0


def test_all_marks_of_a_province_are_within_their_charts(reader: Reader) -> None:
    reader.open(regions=("140000",))
    reader.sees(regions=("140000",))
    for view in ("sectors", "timeline", "compare"):
        assert reader.page.evaluate(scripts.UNSEEN, view) == []


def test_the_language_link_is_reached(reader: Reader) -> None:
    reader.open()
    link = reader.page.locator("#part-language")
    expect(link).to_be_in_viewport()
    link.tap()
    expect(reader.page).to_have_url(f"{reader.address}/?lang={'en' if reader.lang == 'zh' else 'zh'}")


def _overhang(reader: Reader) -> int:
    overhang: int = reader.page.evaluate(
        "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    )
    return overhang
