"""Can a reader make a briefing, read it and take it away, with the keyboard and on a phone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ccnt_dash.briefing import briefed, of_issue
from tests.e2e.reader import Reader

SUMMER = {"start": "2024-05", "end": "2024-08"}


def visit(reader: Reader, path: str = "/briefings", **fields: str) -> None:
    reader.page.goto(f"{reader.address}{path}{reader.choices(**fields).to_query()}")
    expect(reader.page.locator("main h2").first).to_be_visible()


def test_a_form_leads_to_the_briefing_of_a_period(reader: Reader) -> None:
    visit(reader)
    page = reader.page
    page.get_by_label(reader.words("briefings.from")).fill("2024-05")
    page.get_by_label(reader.words("briefings.to")).fill("2024-08")
    page.get_by_label(reader.words("briefings.region"), exact=True).select_option("140000")
    page.get_by_label(reader.words("briefings.to")).press("Enter")
    page.wait_for_url("**/briefings?from=2024-05&to=2024-08**")
    wanted = briefed(reader.answers, reader.choices(**SUMMER, regions=("140000",)))
    expect(page.locator("main h2").first).to_have_text(wanted.title)
    expect(page.locator("#overview .lead")).to_contain_text(wanted.lead[0].text)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")
    expect(page.locator("#brief-regions")).to_have_value("140000")


def test_the_page_tells_every_item_and_links_to_its_record(reader: Reader) -> None:
    visit(reader, **SUMMER)
    wanted = briefed(reader.answers, reader.choices(**SUMMER))
    expect(reader.page.locator(".brief-item")).to_have_count(len(wanted.items))
    told = reader.page.locator(".brief-item").all_inner_texts()
    for item, text in zip(wanted.items, told, strict=True):
        assert "".join(item.sentences[0].text.split()) in "".join(text.split())
    reader.page.locator(".brief-item a[href^='/policy/']").first.click()
    expect(reader.page.locator("#targets")).to_be_visible()


def test_an_issue_of_the_archive_is_read_and_taken_away(reader: Reader) -> None:
    visit(reader)
    reader.page.locator("#archive li a").first.click()
    found = of_issue(reader.answers, "2024-autumn", reader.lang)
    assert found is not None
    expect(reader.page.locator("main h2").first).to_have_text(found[0].title)
    with reader.page.expect_download() as taken:
        reader.page.locator("#overview a", has_text="PDF").click()
    assert taken.value.suggested_filename.endswith(".pdf")


def test_a_period_that_ends_before_it_begins_is_told(reader: Reader) -> None:
    visit(reader, start="2024-09", end="2024-08")
    expect(reader.page.get_by_role("alert").filter(has_text=reader.words("briefings.wrong"))).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_it_fits_the_screen(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    visit(reader, **SUMMER)
    expect(reader.page.locator(".frame.map [data-key]").first).to_be_visible()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
