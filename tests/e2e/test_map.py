"""Does choosing places on the map change everything else and leave the map whole?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

SHANXI, JILIN = "140000", "220000"


@pytest.mark.parametrize("lang", ["en"])
def test_clicking_a_province_changes_the_other_views_and_clicking_it_again_undoes_that(reader: Reader) -> None:
    reader.open()
    reader.sees()
    asked, drawn = len(reader.updates), reader.map_rows()
    others = _others(reader)
    reader.choose_province(SHANXI)
    reader.sees(regions=(SHANXI,))
    assert reader.map_rows() == drawn
    assert len(set(drawn)) == 34
    reader.until(
        lambda: [before != after for before, after in zip(others, _others(reader), strict=True)], [True] * len(others)
    )
    reader.choose_province(SHANXI)
    reader.sees()
    assert len(reader.updates) == asked + 2


@pytest.mark.parametrize("lang", ["zh"])
def test_shift_clicking_adds_a_province_and_takes_it_away(reader: Reader) -> None:
    reader.open()
    reader.choose_province(SHANXI)
    reader.sees(regions=(SHANXI,))
    reader.choose_province(JILIN, add=True)
    reader.sees(regions=(SHANXI, JILIN))
    reader.choose_province(SHANXI, add=True)
    reader.sees(regions=(JILIN,))


@pytest.mark.parametrize("lang", ["en"])
def test_nothing_moves_under_the_pointer_when_a_province_is_chosen(reader: Reader) -> None:
    reader.open()
    before = reader.page.locator("#graph-map").bounding_box()
    reader.choose_province(SHANXI)
    reader.sees(regions=(SHANXI,))
    assert reader.page.locator("#graph-map").bounding_box() == before


def test_buttons_beside_the_map_choose_a_class_a_small_place_and_the_nation(reader: Reader) -> None:
    reader.open()
    meta = reader.drawn("map")["layout"]["meta"]
    reader.page.locator("#part-legend .entry").first.click()
    reader.sees(regions=tuple(meta["legend"][0]["keys"]))
    for at in (1, 0):
        place = reader.page.locator("#part-places .place").nth(at)
        place.click()
        expect(place).to_have_attribute("aria-pressed", "true")
        reader.wait_settled(regions=(("100000", "110000")[at],))
    reader.page.locator("#part-places .place").first.click()
    reader.sees()


def test_the_map_shows_the_values_of_the_indicator_picked_with_the_mouse(reader: Reader) -> None:
    reader.open()
    reader.tick("metric", "value")
    reader.sees(metric="value")
    offered = reader.drawn("indicators", metric="value")
    indicator = max(offered, key=lambda each: each["n"])["value"]
    reader.pick("indicator", indicator)
    reader.sees(metric="value", indicator=indicator)
    title = reader.drawn("map", metric="value", indicator=indicator)["layout"]["meta"]["title"]
    expect(reader.page.locator("#part-title-map")).to_have_text(title)
    expect(reader.page.locator("#control-indicator")).to_contain_text(reader.words.name("indicators", indicator))


def _others(reader: Reader) -> list[object]:
    """What all views but the map show; the comparison marks chosen places or names those that it lacks."""
    missing = reader.page.locator("#part-compare_note").text_content()
    marks = {view: reader.labels(view) for view in ("sectors", "timeline")}
    told = [each.text_content() for each in (reader.sentence, reader.counters)]
    return [*told, reader.titles(), *marks.values(), (missing, reader.colours("compare"))]
