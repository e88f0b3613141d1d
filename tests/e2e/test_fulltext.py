"""Does the search among the filters show the best match first, say why it was found, and live in the address?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e
ASKED = {"en": "storages", "zh": "新型储能"}
MARKED = {"en": "Storage", "zh": "新型储能"}


def test_words_are_typed_found_marked_and_taken_back(reader: Reader) -> None:
    reader.open()
    before = reader.titles()
    reader.page.locator("#control-search").fill(ASKED[reader.lang])
    reader.page.keyboard.press("Enter")
    reader.sees(search=ASKED[reader.lang])
    assert "search=" in reader.page.url
    first = reader.page.locator('.ag-row[row-index="0"] [col-id="title"]')
    expect(first.locator("mark").first).to_have_text(MARKED[reader.lang])
    expect(reader.page.locator(".why mark").first).to_be_visible()
    expect(reader.page.locator('.ag-header-cell[col-id="relevance"]')).to_be_visible()
    reader.page.go_back()
    reader.sees()
    expect(reader.page.locator('.ag-header-cell[col-id="relevance"]')).to_have_count(0)
    assert reader.titles() == before


@pytest.mark.parametrize("lang", ["en"])
def test_hits_can_be_sorted_otherwise_and_by_match_again(reader: Reader) -> None:
    chosen = {"search": "storage"}
    reader.open(**chosen)
    reader.page.locator('.ag-header-cell[col-id="published"] .ag-header-cell-text').click()
    reader.sees(**chosen, sort="published-desc")
    reader.page.locator('.ag-header-cell[col-id="relevance"] .ag-header-cell-text').click()
    reader.sees(**chosen, sort="relevance-desc")
