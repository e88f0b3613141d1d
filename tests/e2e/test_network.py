"""Does the page get by with its own server, and follow it to a new data set?"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS
from tests.e2e import scripts
from tests.e2e.conftest import Noted
from tests.e2e.reader import UPDATE, Reader
from tests.e2e.server import serving

pytestmark = pytest.mark.e2e

RENAMED = "A title that only the second data set has"


def test_a_failed_answer_is_told_and_what_was_done_is_not_lost(reader: Reader, noted: Noted) -> None:
    reader.open()
    failed = reader.page.locator(".failed")
    reader.page.route(f"**/{UPDATE}*", lambda route: route.abort())
    reader.choose_province("140000")
    expect(failed).to_be_visible()
    expect(failed).to_have_text(reader.words("error.failed"))
    reader.page.unroute(f"**/{UPDATE}*")
    reader.tick("sectors", "energy")
    reader.sees(regions=("140000",), sectors=("energy",))
    expect(failed).to_be_hidden()
    noted.console.clear()


@pytest.mark.parametrize("lang", ["en"])
def test_the_map_is_drawn_without_any_other_network(reader: Reader) -> None:
    reader.open()
    provinces = {row["key"] for row in reader.answers.rows(VIEWS["map"], Filters()) if not row["whole"]}
    assert set(reader.page.evaluate(scripts.SIZED)) == provinces


def test_an_open_page_shows_a_new_data_set_after_the_next_click(
    page: Page, settings: Settings, folder: Path, tmp_path: Path
) -> None:
    made = Settings(data=folder, database=tmp_path / "ccnt.duckdb")
    shutil.copytree(settings.data, folder)
    build(made.data, made.database, made.geometry)
    answers = Answers(Store(made.database), made.assets)
    with serving(made.database, tmp_path / "output.txt") as server:
        reader = Reader(page, server.address, answers)
        reader.open()
        reader.sees()
        first = answers.rows(VIEWS["table"], Filters())[0]["key"]
        _rename(folder / "policies", first)
        build(made.data, made.database, made.geometry)
        reader.open_row(first)
        reader.sees(policies=(first,))
        assert reader.titles()[0] == reader.policies.locator("h3").text_content() == RENAMED


def _rename(folder: Path, policy: str) -> None:
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        if any(row["policy_id"] == policy for row in rows):
            with path.open("w", encoding="utf-8", newline="") as text:
                writer = csv.DictWriter(text, rows[0])
                writer.writeheader()
                writer.writerows({**row, "title_en": RENAMED} if row["policy_id"] == policy else row for row in rows)
