"""Does what a reader takes away from a page hold what she sees, in files, pictures and citations?"""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Route, expect

from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, extract
from tests.e2e.conftest import Noted
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


def held(reader: Reader, path: str) -> list[Route]:
    """The requests for a path, which wait until the test lets them go."""
    waiting: list[Route] = []
    reader.page.route(path, lambda route: [waiting.append(route)])
    return waiting


@pytest.mark.parametrize("lang", ["en"])
def test_long_work_is_told_and_then_done(reader: Reader) -> None:
    reader.open()
    take, waiting = opened(reader, "table"), held(reader, "**/take/table.csv*")
    with reader.page.expect_download() as download:
        take.get_by_text("CSV", exact=True).click()
        expect(reader.page.locator("#taking p span")).to_have_text(reader.words("taking.begun"))
        waiting[0].continue_()
    expect(reader.page.locator("#taking p")).to_have_count(0)
    name = download.value.suggested_filename
    assert name.startswith("ccnt-table-")
    assert name.endswith(f"-{reader.words('view.table')}.csv")


@pytest.mark.parametrize("lang", ["zh"])
@pytest.mark.parametrize("way", ["button", "Escape"])
def test_long_work_can_be_cancelled(reader: Reader, way: str) -> None:
    policy = reader.most("table", "targets")
    reader.open(policies=(policy,))
    take, waiting = opened(reader, "timeline"), held(reader, "**/take/timeline.xlsx*")
    got: list[object] = []
    reader.page.on("download", lambda download: [got.append(download)])
    take.get_by_text("Excel", exact=True).dispatch_event("click")
    cancel = reader.page.locator("#taking button")
    expect(cancel).to_have_text(reader.words("taking.cancel"))
    if way == "button":
        cancel.dispatch_event("click")
    else:
        reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#taking p")).to_have_text(reader.words("taking.cancelled"))
    expect(reader.policies).to_have_count(1)  # Escape cancelled, and closed nothing
    waiting[0].abort()
    reader.page.wait_for_timeout(300)
    assert not got


@pytest.mark.parametrize("lang", ["zh"])
def test_a_refused_file_says_what_the_server_says(reader: Reader, noted: Noted) -> None:
    reader.open()
    take = opened(reader, "table")
    reader.page.route(
        "**/take/table.json*", lambda route: route.fulfill(status=404, content_type="text/plain", body="No, because.\n")
    )
    take.get_by_text("JSON", exact=True).click()
    expect(reader.page.locator("#taking p")).to_have_text("No, because.")
    noted.console.clear()  # the browser itself reports the status that is asked for here


@pytest.mark.parametrize("lang", ["en"])
def test_a_slow_picture_can_be_cancelled(reader: Reader) -> None:
    reader.open()
    take, waiting = opened(reader, "sectors"), held(reader, "**/take/sectors.context.json*")
    take.locator('[data-picture="png"]').click()
    expect(reader.page.locator("#taking p span")).to_have_text(reader.words("taking.drawing"))
    reader.page.locator("#taking button").click()
    expect(reader.page.locator("#taking p")).to_have_text(reader.words("taking.cancelled"))
    waiting[0].abort()


@pytest.mark.parametrize("lang", ["en"])
def test_without_the_script_a_link_is_a_file(reader: Reader) -> None:
    reader.page.route("**/assets/download*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    reader.open()
    assert taken(reader, opened(reader, "table").get_by_text("CSV", exact=True)).stat().st_size > 500
