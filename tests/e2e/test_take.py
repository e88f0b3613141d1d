"""Does what a reader takes away from a page hold what she sees, in files, pictures and citations?"""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, extract
from tests.e2e.reader import Reader


def opened(reader: Reader, view: str) -> Locator:
    take = reader.page.locator(f'[data-take="{view}"]')
    take.locator("summary").click()
    return take


def taken(reader: Reader, way: Locator) -> Path:
    with reader.page.expect_download() as download:
        way.click()
    return Path(download.value.path())


def test_a_file_holds_what_was_chosen_last(reader: Reader) -> None:
    reader.open()
    take = opened(reader, "table")
    reader.page.evaluate("window.ccnt.send({type: 'set', field: 'regions', value: ['140000']})")
    reader.wait_settled(regions=("140000",))
    file = taken(reader, take.get_by_text("CSV", exact=True))
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    wanted = extract(reader.answers, TAKEN["table"], reader.choices(regions=("140000",)))
    assert [row["key"] for row in rows] == [row["key"] for row in wanted.rows]
    assert {row["region"][:2] for row in rows} == {"14"}


@pytest.mark.parametrize("view", ["map", "timeline"])
def test_a_picture_tells_what_it_shows(reader: Reader, view: str) -> None:
    reader.open(sectors=("energy",))
    take = opened(reader, view)
    told = extract(reader.answers, TAKEN[view], reader.choices(sectors=("energy",)))
    text = taken(reader, take.locator('[data-picture="svg"]')).read_text(encoding="utf-8")
    plain = "".join(text.split())
    assert text.startswith("<svg")
    # A line may break between the number of a version and its checksum.
    for part in (told.title, *told.version.split(" · "), told.sources[0]["title_" + reader.lang][:12]):
        assert "".join(part.split()) in plain.replace("</text>", "") or part in text
    png = taken(reader, take.locator('[data-picture="png"]')).read_bytes()
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20])[0] > 700


def test_links_and_citation_follow_the_address(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(regions=("140000",))
    take = opened(reader, "sectors")
    for link in take.locator("a").all():
        assert parse_qs(urlsplit(link.get_attribute("href") or "").query)["regions"] == ["140000"]
    take.locator("[data-cites]").click()
    expect(take.locator(".said")).to_have_text(reader.words("take.copied"))
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert reader.answers.store.version() in copied
    assert "regions=140000" in copied


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("path", ["/matrix", "/consistency", "/targets", "/compare"])
def test_other_pages_can_be_taken_away_too(reader: Reader, path: str) -> None:
    reader.page.goto(f"{reader.address}{path}{Filters(lang='en').to_query()}")
    reader.page.locator("[data-take] summary").first.click()
    assert taken(reader, reader.page.locator("[data-take] >> text=JSON").first).stat().st_size > 500


def test_the_page_of_a_place_gives_what_is_of_that_place(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/province/140000{reader.choices().to_query()}")
    take = opened(reader, "progress")
    with taken(reader, take.get_by_text("CSV", exact=True)).open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert rows
    assert {row["province"] for row in rows} == {"140000"}


def test_a_record_has_its_own_citation(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/policy/cn-5637c624{reader.choices().to_query()}")
    text = taken(reader, reader.page.locator("#cite .take a", has_text="RIS")).read_text(encoding="utf-8")
    title = reader.answers.words(reader.choices()).of(
        extract(reader.answers, TAKEN["policy"], reader.choices(policies=("cn-5637c624",))).rows[0], "title"
    )
    assert f"TI  - {title}" in text
