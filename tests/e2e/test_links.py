"""Does an address reopen the view it was copied from, whatever stands in it?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ccnt_dash.filters import Filters
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

HOSTILE = "?regions=%3Cscript%3E&years=99999&lang=xx&sort=;drop&page=-5&indicator=nope"
NOTHING = "zzzzqqq"


@pytest.mark.parametrize("lang", ["zh"])
def test_a_deep_link_opens_the_view_and_so_does_a_reload(reader: Reader) -> None:
    choices = {"regions": ("140000",), "sectors": ("energy",)}
    reader.open(**choices)
    for _ in range(2):
        reader.sees(**choices)
        assert reader.outlined() == {"140000"}
        expect(reader.option("sectors", "energy")).to_be_checked()
        expect(reader.option("sectors", "industry")).not_to_be_checked()
        expect(reader.page.locator("#control-regions")).to_contain_text(reader.words.place("140000"))
        reader.page.reload()
        reader.ready()


@pytest.mark.parametrize("lang", ["en"])
def test_a_hostile_address_opens_the_default_page_and_every_view_works(reader: Reader) -> None:
    reader.visit(HOSTILE)
    expect(reader.sentence).to_have_text(reader.answers.sentence(Filters()))
    expect(reader.chips).to_have_count(0)
    assert reader.page.evaluate("document.documentElement.lang") == "en"
    reader.tick("sectors", "energy")
    reader.sees(sectors=("energy",))


def test_an_empty_selection_says_why_and_each_way_out_works(reader: Reader) -> None:
    empty = {"regions": ("140000",), "search": NOTHING}
    reader.open(**empty)
    reader.sees(**empty)
    told = reader.page.locator("#part-empty")
    expect(told.locator("strong")).to_have_text(reader.words("empty.title"))
    told.locator(".chip").click()
    reader.sees(regions=("140000",))
    expect(told).to_be_empty()
    reader.page.go_back()
    reader.sees(**empty)
    told.locator(".clear").click()
    reader.sees()
    expect(told).to_be_empty()
