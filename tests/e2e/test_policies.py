"""Can policies be opened, closed, sorted and paged through in the table?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ccnt_dash.texts import LANGUAGES
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

SHANXI = ("140000",)


def test_a_row_opens_its_policy_with_targets_quotes_and_sources(reader: Reader) -> None:
    reader.open(regions=SHANXI)
    reader.sees(regions=SHANXI)
    rows, others = reader.titles(), [reader.labels(view) for view in ("map", "sectors", "timeline")]
    policy = reader.most("table", "targets", regions=SHANXI)
    reader.open_row(policy)
    reader.sees(regions=SHANXI, policies=(policy,))
    assert reader.titles() == rows
    assert [reader.labels(view) for view in ("map", "sectors", "timeline")] != others
    record = reader.drawn("policy", regions=SHANXI, policies=(policy,))[0]
    opened = reader.policies
    expect(opened.locator("h3")).to_have_text(record["title"])
    expect(opened.locator(".targets blockquote")).to_have_text([target["quote"] for target in record["targets"]])
    expect(opened.locator(".sources li")).to_have_count(len(record["sources"]))
    expect(opened.locator(".sources")).to_contain_text(record["sources"][0]["title"])


@pytest.mark.parametrize("lang", ["zh"])
def test_every_quote_says_in_which_language_it_is(reader: Reader) -> None:
    policy = reader.most("table", "targets", regions=SHANXI)
    reader.open(regions=SHANXI, policies=(policy,))
    for quote in reader.policies.locator("blockquote").all():
        assert quote.get_attribute("lang") in LANGUAGES.values()


@pytest.mark.parametrize("lang", ["zh"])
def test_an_opened_policy_is_closed_by_escape_by_its_button_and_by_its_row(reader: Reader) -> None:
    policy = reader.most("table", "targets", regions=SHANXI)
    reader.open(regions=SHANXI)
    for close in (
        lambda: reader.page.keyboard.press("Escape"),
        lambda: reader.policies.locator(".close").click(),
        lambda: reader.open_row(policy),
    ):
        reader.open_row(policy)
        expect(reader.policies).to_have_count(1)
        reader.wait_settled(regions=SHANXI, policies=(policy,))
        close()
        expect(reader.policies).to_have_count(0)
        reader.wait_settled(regions=SHANXI)


@pytest.mark.parametrize("lang", ["zh"])
def test_the_table_is_sorted_by_title_and_back_to_its_first_page(reader: Reader) -> None:
    reader.open(page=2)
    reader.sees(page=2)
    header = reader.page.locator('.ag-header-cell[col-id="title"]')
    for way, sort in (("desc", "descending"), ("asc", "ascending")):
        header.click()
        reader.sees(sort=f"title-{way}")
        expect(header).to_have_attribute("aria-sort", sort)
    reader.page.reload()
    reader.ready()
    reader.sees(sort="title-asc")
    expect(header).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize("lang", ["en"])
def test_pages_of_the_table_are_turned(reader: Reader) -> None:
    reader.open()
    reader.sees()
    back, on = (reader.page.locator("#part-pager button").nth(at) for at in (0, 1))
    expect(back).to_be_disabled()
    on.click()
    reader.sees(page=2)
    last = reader.drawn("table")["pages"]
    reader.open(page=last)
    expect(on).to_be_disabled()
    back.click()
    reader.sees(page=last - 1)
