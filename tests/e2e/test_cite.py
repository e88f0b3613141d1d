"""Does every page say how to cite it, with the choices made, the version, the date and the terms?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

PATHS = ("/targets", "/compare", "/matrix", "/cascade", "/consistency", "/about", "/changes", "/api", "/national",
         "/province/140000", "/city/150600")  # fmt: skip


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_how_to_cite_it(reader: Reader, path: str) -> None:
    reader.page.goto(f"{reader.address}{path}")
    said = reader.page.locator("#cite-page")
    expect(said).to_contain_text(reader.answers.store.edition())
    expect(said).to_contain_text(f"{reader.address}{path}")
    expect(reader.page.locator(".cite")).to_contain_text(reader.words("about.licence"))


def test_a_citation_follows_the_choices_and_is_copied(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open()
    reader.choose_province("140000")
    reader.wait_settled(regions=("140000",))
    said = reader.page.locator("#cite-page")
    expect(said).to_contain_text(reader.answers.sentence(reader.choices(regions=("140000",))))
    expect(said).to_contain_text(reader.page.url)
    reader.page.locator(".cite button").click()
    expect(reader.page.locator(".cite button")).to_have_text(reader.words("policy.copied"))
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert "regions=140000" in copied
    assert reader.answers.store.edition() in copied
