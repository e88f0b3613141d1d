"""Can the page of a place be linked, read in both languages, printed on two pages, and walked without a pointer?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from ccnt_dash.filters import Filters
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

PLACES = ["/national", "/province/140000", "/city/150600", "/province/710000"]


def visit(reader: Reader, path: str) -> None:
    reader.page.goto(f"{reader.address}{path}{reader.choices().to_query()}")
    expect(reader.page.locator("#summary .js-plotly-plot")).to_be_visible()


@pytest.mark.parametrize("path", PLACES)
def test_a_place_is_named_and_nothing_is_wider_than_a_phone(path: str, reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    visit(reader, path)
    name = reader.words.name("regions", path[-6:] if path[-6:].isdigit() else "100000")
    expect(reader.page.locator("main h2").first).to_have_text(name)
    assert name in reader.page.title()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_promise_leads_to_its_document_and_back_with_the_keyboard(reader: Reader) -> None:
    visit(reader, "/province/140000")
    promise = reader.drawn("headlines", regions=("140000",))[0]
    link = reader.page.locator("#promises a").first
    expect(link).to_have_text(promise["statement"])
    link.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(f"/policy/{promise['policy']}"))
    reader.page.go_back()
    expect(reader.page.locator("#promises a").first).to_be_visible()


def test_the_way_to_all_targets_of_the_place_by_keyboard(reader: Reader) -> None:
    visit(reader, "/province/140000")
    reader.page.locator("#summary a.button").nth(1).focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(f"{reader.address}/targets{reader.choices(regions=('140000',)).to_query()}")
    expect(reader.page.locator("#targets-part-sentence")).to_have_text(
        reader.answers.sentence(Filters(regions=("140000",), lang=reader.choices().lang))
    )


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("path", ["/province/150000", "/national"])
def test_a_place_is_printed_on_two_pages(path: str, reader: Reader) -> None:
    visit(reader, path)
    reader.page.wait_for_timeout(800)
    printed = reader.page.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= 2
