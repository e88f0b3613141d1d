"""Do map, tiles and bars show one selection, and does the map go down into a province and back?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

NEIMENGGU, BAOTOU = "150000", "150200"


def test_each_face_keeps_the_selection_and_is_chosen_with_the_keyboard(reader: Reader) -> None:
    reader.open(regions=(NEIMENGGU,))
    reader.page.locator("#control-face input").first.focus()
    legend = reader.page.locator("#part-legend").inner_text()
    for face in ("map", "tiles", "bars"):
        reader.page.keyboard.press("ArrowDown")
        reader.sees(regions=(NEIMENGGU,), face=face)
        assert reader.page.locator("#part-legend").inner_text() == legend


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("face", ["tiles", "bars"])
def test_a_place_is_chosen_in_every_face(face: str, reader: Reader) -> None:
    reader.open(face=face)
    reader.mark("map", NEIMENGGU).focus()
    reader.page.keyboard.press("Enter")
    reader.sees(face=face, regions=(NEIMENGGU,))
    reader.until(reader.focused, NEIMENGGU)


def test_down_into_a_province_to_a_city_and_back_with_the_browser(reader: Reader) -> None:
    reader.open(regions=(NEIMENGGU,))
    reader.page.locator("#part-trail .chip").focus()
    reader.page.keyboard.press("Enter")
    reader.wait_settled(regions=(NEIMENGGU,), inside=NEIMENGGU)
    reader.until(lambda: reader.mark("map", BAOTOU).count(), 1)
    reader.mark("map", BAOTOU).focus()
    reader.page.keyboard.press("Enter")
    reader.wait_settled(regions=(BAOTOU,), inside=NEIMENGGU)
    reader.page.go_back()
    reader.wait_settled(regions=(NEIMENGGU,), inside=NEIMENGGU)
    reader.page.go_back()
    reader.sees(regions=(NEIMENGGU,))


@pytest.mark.parametrize("lang", ["zh"])
def test_the_crumb_leads_back_to_the_nation(reader: Reader) -> None:
    reader.open(regions=(NEIMENGGU,), inside=NEIMENGGU)
    reader.page.locator("#part-trail .crumb").click()
    reader.sees()


@pytest.mark.parametrize("lang", ["en"])
def test_the_years_of_a_series_slide_and_play(reader: Reader) -> None:
    fields = {"metric": "observed", "indicator": "solar_capacity"}
    reader.open(**fields)
    years = reader.drawn("map", **fields)["layout"]["meta"]["years"]
    line = reader.page.locator("#slide-years")
    line.focus()
    reader.page.keyboard.press("Home")
    reader.sees(**fields, at=years[0])
    expect(line).to_have_value(str(years[0]))
    reader.page.locator(".play").click()
    reader.sees(**fields, at=years[1])
    reader.page.locator(".play").click()
    expect(reader.page.locator(".play")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("lang", ["en"])
def test_a_picture_of_the_map_keeps_the_patterns(reader: Reader) -> None:
    reader.open()
    picture = reader.page.evaluate(
        "Plotly.toImage(document.querySelector('#graph-map .js-plotly-plot'), {format: 'svg', width: 700, height: 600})"
    )
    stripes = reader.drawn("map")["data"][1]
    assert stripes["name"] == "hatched"
    red, green, blue = (int(stripes["colorscale"][0][1][at : at + 2], 16) for at in (1, 3, 5))
    assert f"rgb({red}%2C%20{green}%2C%20{blue})" in picture
