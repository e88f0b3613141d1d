"""Is the page for programs found from every page, and does what stands there work where it stands?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ccnt_dash.api.examples import EXAMPLES, example
from tests.e2e.reader import Reader


def visit(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/about{reader.choices().to_query()}")
    reader.page.locator("footer a", has_text=reader.words("footer.api")).click()
    expect(reader.page.locator("main h2").first).to_have_text(reader.words("nav.api"))


def test_the_footer_leads_there_in_the_same_language(reader: Reader) -> None:
    visit(reader)
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")
    expect(reader.page.locator("#params .ag-row").first).to_contain_text(reader.words("api.param.regions"))


def test_the_examples_name_this_site(reader: Reader) -> None:
    visit(reader)
    shown = reader.page.locator("#examples pre").all_inner_texts()
    assert shown == [example(name, reader.address) for name in EXAMPLES]


def test_every_link_answers(reader: Reader) -> None:
    visit(reader)
    links = reader.page.locator("main .sections a").evaluate_all("all => all.map(each => each.href)")
    assert len(links) > 6
    for link in links:
        assert reader.page.request.get(link).status == 200


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_the_screen(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    visit(reader)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
