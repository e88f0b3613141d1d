"""Can choices be taken back: one by one, all at once, and by travelling through the history?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

CHOICES = {"regions": ("140000",), "sectors": ("energy", "industry"), "search": "2024"}


@pytest.mark.parametrize("lang", ["zh"])
def test_a_chip_drops_its_choice_and_one_button_drops_all(reader: Reader) -> None:
    reader.open(**CHOICES)
    reader.sees(**CHOICES)
    reader.chips.nth(1).click()
    reader.sees(regions=CHOICES["regions"], search=CHOICES["search"])
    expect(reader.option("sectors", "energy")).not_to_be_checked()
    reader.page.locator("#part-chips .clear").click()
    reader.sees()
    expect(reader.page.locator("#control-search")).to_have_value("")
    expect(reader.page.locator("#part-chips .button")).to_have_count(0)


@pytest.mark.parametrize("lang", ["en"])
def test_words_typed_into_the_search_are_found_and_kept_in_the_address(reader: Reader) -> None:
    reader.open()
    reader.page.locator("#control-search").fill(CHOICES["search"])
    reader.page.keyboard.press("Enter")
    reader.sees(search=CHOICES["search"])


def test_back_forward_and_reload_restore_views_and_controls(reader: Reader) -> None:
    steps = [{}, {"sectors": ("energy",)}]
    steps += [{**steps[-1], "regions": ("140000",)}]
    steps += [{**steps[-1], "metric": "targets"}]
    reader.open()
    reader.tick("sectors", "energy")
    reader.wait_settled(**steps[1])
    reader.choose_province("140000")
    reader.wait_settled(**steps[2])
    reader.tick("metric", "targets")
    reader.wait_settled(**steps[3])
    for step in reversed(steps[:-1]):
        reader.page.go_back()
        _restored(reader, step)
    for step in steps[1:]:
        reader.page.go_forward()
        _restored(reader, step)
    reader.page.reload()
    reader.ready()
    _restored(reader, steps[-1])


def _restored(reader: Reader, step: dict) -> None:
    reader.sees(**step)
    expect(reader.option("sectors", "energy")).to_be_checked(checked="sectors" in step)
    expect(reader.option("metric", step.get("metric", "policies"))).to_be_checked()
    place = reader.words.place("140000") if "regions" in step else reader.words("control.any")
    expect(reader.page.locator("#control-regions")).to_contain_text(place)
