"""Can pages without controls be walked without a pointer?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = [pytest.mark.e2e, pytest.mark.parametrize("lang", ["en"])]

CHINESE = re.compile("[\u4e00-\u9fff]")
PAGES = ["/about", "/consistency", "/cascade", "/national", "/city/150600", "/policy/cn-3760a5db"]


@pytest.mark.parametrize("path", PAGES)
def test_a_section_is_reached_from_the_list_of_sections(path: str, reader: Reader) -> None:
    reader.page.goto(f"{reader.address}{path}")
    reader.page.wait_for_load_state("networkidle")  # tables that come late move what is below them
    link = reader.page.locator(".contents a").last
    section = (link.get_attribute("href") or "").removeprefix("#")
    link.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(f'[id="{section}"]')).to_be_in_viewport()


@pytest.mark.parametrize("path", PAGES)
def test_the_other_language_is_reached_and_the_page_stays(path: str, reader: Reader) -> None:
    reader.page.goto(f"{reader.address}{path}")
    reader.page.locator('.settings a[hreflang="zh-CN"]').focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(f"{reader.address}{path}?lang=zh")
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(reader.page.locator("main h2").first).to_have_text(CHINESE)
