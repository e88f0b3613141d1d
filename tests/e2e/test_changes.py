"""Does the page of changes tell the versions, and every value that differs from an older data set?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ccnt_dash.build import build
from ccnt_dash.settings import Settings
from ccnt_dash.site import create_app
from tests.contract.invented import GEOMETRY, invented, put
from tests.e2e.reader import Reader

DRAFT = "invented-qinghai-draft"


def drawn(settings: Settings, query: str) -> str:
    client = create_app(settings).server.test_client()
    return client.get("/_dash-layout", headers={"Referer": f"http://localhost/changes{query}"}).get_data(as_text=True)


@pytest.mark.e2e
def test_it_is_one_click_from_the_foot_of_any_page(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/matrix{reader.choices().to_query()}")
    reader.page.locator('footer a[href^="/changes"]').click()
    expect(reader.page.locator("main h2").first).to_have_text(reader.words("nav.changes"))
    expect(reader.page.locator("#versions")).to_contain_text(reader.answers.store.version())
    expect(reader.page.locator("#difference pre")).to_contain_text("python -m ccnt_dash diff")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize(("lang", "changed", "empty"), [("en", "Changed", "(empty)"), ("zh", "改动", "（空）")])
def test_it_shows_both_values_side_by_side(tmp_path: Path, lang: str, changed: str, empty: str) -> None:
    data = invented(tmp_path / "data")
    build(data, tmp_path / "old.duckdb", GEOMETRY)
    put(data / "policies/invented.csv", DRAFT, published="2024-02", note="Seen again.")
    build(data, tmp_path / "new.duckdb", GEOMETRY)
    page = drawn(Settings(database=tmp_path / "new.duckdb", previous=tmp_path / "old.duckdb"), f"?lang={lang}")
    assert f"policies.{DRAFT}.published" in page
    assert all(f'"{word}"' in page for word in (changed, "2024-02", empty, "Seen again.", "2024.6.1"))
    assert "2024.6.1+" in page


def test_an_older_data_set_that_is_spoiled_does_not_spoil_the_page(tmp_path: Path, settings: Settings) -> None:
    shutil.copy(settings.data / "texts.csv", tmp_path / "old.duckdb")
    page = drawn(Settings(database=settings.database, previous=tmp_path / "old.duckdb"), "")
    assert "can't be read" in page.replace("\\u2019", "'")
