"""Does the table of coverage lead to what it counts and say who has none, by mouse, keyboard, link and phone?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.reader import Reader

READABLE = 4.5
# The contrast of each count and sign in the table with the ground of its cell.
CONTRASTS = r"""() => {
  const parts = colour => colour.match(/[\d.]+/g).map(Number);
  const light = colour => {
    const [r, g, b] = parts(colour).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    const found = getComputedStyle(element).backgroundColor;
    return parts(found)[3] === 0 ? ground(element.parentElement) : found;
  };
  return [...document.querySelectorAll('.cover strong, .cover small, .absent')].map(element => {
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  });
}"""


def visit(reader: Reader, **fields: Any) -> None:
    reader.page.goto(f"{reader.address}/matrix{reader.choices(**fields).to_query()}")
    expect(reader.page.locator(".crossing .ag-row").first).to_be_visible()


def cell(reader: Reader, place: str, code: str) -> Locator:
    return reader.page.locator(f'#matrix-crossing [row-id="{place}"] [col-id="{code}"]')


def record(reader: Reader, view: str, place: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in reader.drawn(view)["records"] if each["key"] == place)
    return found


def without(reader: Reader, view: str, code: str) -> list[str]:
    """Names of the places that have none."""
    records = reader.drawn(view)["records"]
    return [each["place"] for each in records if not each["nation"] and not each["cells"][code]["n"]]


def test_a_cell_leads_to_its_policies_with_the_keyboard(reader: Reader) -> None:
    visit(reader)
    known = record(reader, "by_sector", "140000")["cells"]["energy"]
    expect(cell(reader, "140000", "energy").locator("strong")).to_have_text(str(known["n"]))
    expect(cell(reader, "140000", "energy").locator("a")).to_have_attribute("aria-label", known["told"])
    cell(reader, "140000", "total").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.ready()
    expect(reader.sentence).to_have_text(
        reader.answers.sentence(reader.choices(regions=("140000",), sectors=("energy",)))
    )
    expect(reader.chips).to_have_count(2)


@pytest.mark.parametrize("lang", ["en"])
def test_a_cell_leads_to_its_targets_with_the_mouse(reader: Reader) -> None:
    visit(reader, by="indicator")
    cell(reader, "140000", "rps_total").locator("a").click()
    expect(reader.page.locator("#targets-part-chips")).to_contain_text("Shanxi")
    expect(reader.page.locator('.frame.table .ag-row[row-index="0"]')).to_be_visible()
    assert "indicator=rps_total" in reader.page.url


def test_who_has_no_policy_is_one_click(reader: Reader) -> None:
    visit(reader)
    lacking = without(reader, "by_sector", "transport")
    reader.page.locator(".who a", has_text=reader.words.name("sectors", "transport")).click()
    expect(reader.page.locator(".ag-row[row-id]").first).to_be_visible()
    title = reader.page.locator("main > h2")
    expect(title).to_contain_text(str(len(lacking)))
    expect(title).to_contain_text("有6个暂无" if reader.lang == "zh" else "6 of 34 places have no collected policy")
    expect(title).to_contain_text("交通" if reader.lang == "zh" else "transport")
    for name in lacking:
        expect(reader.page.locator(".answer")).to_contain_text(name)
    expect(reader.page.locator("#matrix-crossing .ag-header-cell.covers").first).to_have_attribute(
        "col-id", "transport"
    )
    reader.page.reload()
    expect(reader.page.locator(".answer")).to_contain_text(lacking[0])


@pytest.mark.parametrize("lang", ["zh"])
def test_who_has_no_plan_is_asked_with_the_keyboard(reader: Reader) -> None:
    visit(reader, by="doc_type")
    reader.page.locator(".who a", has_text=reader.words.name("doc_types", "plan")).first.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".answer")).to_contain_text(without(reader, "by_doc_type", "plan")[0])
    assert "by=doc_type" in reader.page.url


@pytest.mark.parametrize("lang", ["en"])
def test_a_heading_sorts_by_count_and_by_first_date_with_empty_cells_last(reader: Reader) -> None:
    records = [each["cells"]["waste"] for each in reader.drawn("by_sector")["records"]]
    top = reader.page.locator('#matrix-crossing [row-index="0"] [col-id="waste"] strong')
    visit(reader)
    reader.page.locator('#matrix-crossing .ag-header-cell[col-id="waste"]').click()
    expect(top).to_have_text(str(max(each["n"] or 0 for each in records)))
    reader.page.locator('#matrix-crossing .ag-header-cell[col-id="waste"]').click()
    expect(top).to_have_text("1")
    visit(reader, cells="first")
    reader.page.locator('#matrix-crossing .ag-header-cell[col-id="waste"]').click()
    expect(top).to_have_text(min(each["first"] for each in records if each["first"]))


@pytest.mark.parametrize("lang", ["en"])
def test_the_tab_key_leaves_the_table(reader: Reader) -> None:
    visit(reader)
    cell(reader, "140000", "energy").focus()
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator("#table summary").first).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("fields", [{}, {"by": "indicator", "missing": "rps_total"}], ids=["all", "missing"])
def test_it_fits_the_screen(reader: Reader, width: int, fields: dict[str, str]) -> None:
    reader.page.set_viewport_size({"width": width, "height": 844})
    visit(reader, **fields)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_words_can_be_read_in_both_themes(reader: Reader, theme: str) -> None:
    visit(reader, theme=theme)
    found = reader.page.evaluate(CONTRASTS)
    assert len(found) > 50
    assert min(found) >= READABLE
