"""Does axe find anything on any kind of page that would keep a reader out?"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# What WCAG 2.2 asks at the levels A and AA; the size of targets is a rule that axe has to be asked for.
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
RUN = """async options => (await axe.run(document, options)).violations.flatMap(
  rule => rule.nodes.map(node => ({rule: rule.id, target: node.target.flat().join(' '), html: node.html.slice(0, 240),
                                   why: node.failureSummary})))"""
PATHS = (
    "/",
    "/national",
    "/province/140000",
    "/city/150600",
    "/policy/{policy}",
    "/policy/cn-3760a5db",
    "/cascade",
    "/matrix",
    "/targets",
    "/compare",
    "/consistency",
    "/briefings",
    "/briefings/2024-autumn",
    "/present",
    "/about",
    "/api",
    "/changes",
)
# Every page in light English and dark Chinese, so that each is seen in both languages and both themes.
WORN = [(path, *way) for path in PATHS for way in (("en", "light"), ("zh", "dark"))]


def visit(reader: Reader, path: str, theme: str, **fields: Any) -> None:
    policy = reader.most("table", "targets")
    reader.page.goto(f"{reader.address}{path.format(policy=policy)}{reader.choices(theme=theme, **fields).to_query()}")
    expect(reader.page.locator("#find")).to_be_visible()
    reader.page.wait_for_load_state("networkidle")
    # A table draws its head after its frame, some moments after its rows have come.
    for table in reader.page.locator(".ag-root").all():
        expect(table.get_by_role("columnheader").first).to_be_visible()


def violations(reader: Reader) -> list[str]:
    reader.page.evaluate(AXE)
    found = reader.page.evaluate(RUN, OPTIONS)
    return [f"{each['rule']}: {each['target']}\n  {each['html']}\n  {each['why']}" for each in found]


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("zh", "dark")])
@pytest.mark.parametrize("face", ["tiles", "bars"])
def test_every_face_of_the_map_keeps_nobody_out(reader: Reader, face: str, theme: str) -> None:
    visit(reader, "/", theme, face=face, metric="observed", inside="150000", regions=("150000",))
    found = violations(reader)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("path", "lang", "theme"), WORN)
def test_a_page_keeps_nobody_out(reader: Reader, path: str, theme: str) -> None:
    visit(reader, path, theme)
    found = violations(reader)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("lang", "theme"), [("en", "dark"), ("zh", "light")])
def test_what_opens_keeps_nobody_out(reader: Reader, theme: str) -> None:
    visit(reader, "/", theme, policies=(reader.most("table", "targets"),))
    expect(reader.policies).to_have_count(1)
    reader.page.locator("#find").fill("Shanxi")
    expect(reader.page.locator(".find [aria-selected=true]")).to_be_visible()
    found = violations(reader)
    reader.page.keyboard.press("Escape")
    reader.tick("metric", "targets")
    expect(reader.option("metric", "targets")).to_be_checked()
    reader.page.locator("#control-years").click()
    expect(reader.page.locator(".dash-dropdown-content input").nth(1)).to_be_visible()
    found += violations(reader)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["phone"])
@pytest.mark.parametrize("lang", ["zh"])
@pytest.mark.parametrize("path", ["/", "/about"])
def test_a_page_on_a_phone_keeps_nobody_out(reader: Reader, path: str) -> None:
    visit(reader, path, "light")
    found = violations(reader)
    assert not found, "\n".join(found)


def test_controls_have_the_role_and_the_name_that_they_show(reader: Reader) -> None:
    visit(reader, "/", "")
    words, page = reader.words, reader.page
    dropdown = page.get_by_role("button", name=f"{words('control.regions')} {words('control.any')}", exact=True)
    expect(dropdown).to_be_visible()
    dropdown.press("Enter")
    expect(page.get_by_role("dialog", name=words("control.regions"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(dropdown).to_be_focused()
    sectors = page.get_by_role("group", name=words("control.sectors"))
    expect(sectors.get_by_role("checkbox")).to_have_count(len(words.vocabulary["sectors"]))
    expect(page.get_by_role("radio", name=words("site.theme.dark"))).not_to_be_checked()
