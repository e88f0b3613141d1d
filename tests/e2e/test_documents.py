"""Is the page of a document read from a link, with the keyboard, on a phone and on paper, in both languages?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

OPINIONS, FOLLOWER = "cn-6200be71", "hebei-2022-dual-carbon-opinions"
CITES_BOTH_WAYS = "cn-7ba9506c"


def visit(reader: Reader, path: str, **fields: object) -> None:
    reader.page.goto(f"{reader.address}{path}{reader.choices(**fields).to_query()}")
    expect(reader.page.locator("main h2").first).to_be_visible()


def record(reader: Reader, code: str) -> dict[str, str]:
    found: dict[str, str] = reader.drawn("policy", policies=(code,))[0]
    return found


def test_a_link_opens_the_document_with_both_titles(reader: Reader) -> None:
    visit(reader, f"/policy/{OPINIONS}")
    told = record(reader, OPINIONS)
    expect(reader.page.locator("main h2").first).to_have_text(told["title"])
    expect(reader.page.locator("#facts .other")).to_have_text(told["other_title"])
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")
    expect(reader.page.locator("#targets > .targets > li")).to_have_count(len(told["targets"]))
    expect(reader.page.locator("#citation")).to_contain_text(f"{reader.address}/policy/{OPINIONS}")


@pytest.mark.parametrize("lang", ["zh"])
def test_a_mark_of_the_cascade_opens_a_follower_and_back_returns(reader: Reader) -> None:
    visit(reader, f"/policy/{OPINIONS}")
    mark = reader.page.locator(f'#cascade [data-key="{FOLLOWER}"]')
    expect(mark).to_have_attribute("role", "link")
    mark.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main h2").first).to_have_text(record(reader, FOLLOWER)["title"])
    assert reader.page.url == f"{reader.address}/policy/{FOLLOWER}{reader.choices().to_query()}"
    reader.page.go_back()
    expect(reader.page.locator("main h2").first).to_have_text(record(reader, OPINIONS)["title"])


@pytest.mark.parametrize("lang", ["en"])
def test_a_cited_document_is_reached_from_the_list_with_the_keyboard(reader: Reader) -> None:
    visit(reader, f"/policy/{CITES_BOTH_WAYS}")
    row = next(row for row in reader.drawn("citations", policies=(CITES_BOTH_WAYS,)) if row["policy"])
    cell = reader.page.locator(f'#network [row-id="{row["key"]}"] [col-id="title"]')
    expect(cell).to_have_text(row["title"])
    cell.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main h2").first).to_have_text(record(reader, row["policy"])["title"])
    reader.page.go_back()
    expect(reader.page.locator("main h2").first).to_have_text(record(reader, CITES_BOTH_WAYS)["title"])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [f"/policy/{OPINIONS}", f"/policy/{CITES_BOTH_WAYS}", "/cascade"])
def test_it_fits_the_screen(reader: Reader, path: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    visit(reader, path)
    expect(reader.page.locator(".js-plotly-plot").first).to_be_visible()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_cascades_lead_to_what_followed(reader: Reader) -> None:
    visit(reader, "/cascade")
    first = reader.drawn("cascades")[0]
    reader.page.locator(f'#list [row-id="{first["key"]}"] a').click()
    expect(reader.page.locator("#cascade .lead")).to_have_text(
        reader.drawn("cascade", policies=(first["key"],))["layout"]["meta"]["title"]
    )


@pytest.mark.parametrize("lang", ["en"])
def test_a_correction_is_copied_ready_to_be_filled_in(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(reader, f"/policy/{OPINIONS}")
    button = reader.page.locator('[data-copies="correction"]')
    button.click()
    expect(button).to_have_text(reader.words("policy.copied"))
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert OPINIONS in copied
    assert reader.answers.store.version() in copied


@pytest.mark.parametrize("lang", ["zh"])
@pytest.mark.parametrize("scheme", ["dark"])
def test_the_first_page_of_a_reader_who_prefers_dark_has_dark_charts(reader: Reader) -> None:
    visit(reader, f"/policy/{OPINIONS}")
    ink = reader.page.locator("#cascade .ytick text").first
    expect(ink).to_be_visible()
    dark = reader.page.evaluate("getComputedStyle(document.documentElement).color")
    assert ink.evaluate("text => getComputedStyle(text).fill") == dark


@pytest.mark.parametrize("lang", ["en"])
def test_a_date_known_to_the_month_only_stands_in_the_table(reader: Reader) -> None:
    visit(reader, f"/policy/{CITES_BOTH_WAYS}")
    followers = reader.drawn("followers", policies=(CITES_BOTH_WAYS,))
    row = next(row for row in followers if len(row["published"]) == len("2022-07") and row["way"] == "follows")
    cell = reader.page.locator(f'#cascade [row-id="{row["key"]}"] [col-id="published"]')
    expect(cell).to_have_text(row["published"])


@pytest.mark.parametrize("lang", ["en"])
def test_paper_holds_every_row(reader: Reader) -> None:
    visit(reader, f"/policy/{OPINIONS}")
    followers = reader.drawn("followers", policies=(OPINIONS,))
    expect(reader.page.locator("#cascade .ag-row").first).to_be_visible()
    reader.page.emulate_media(media="print")
    rows = reader.page.locator("#cascade .paper > li")
    expect(rows).to_have_count(len(followers))
    expect(rows.last).to_contain_text(followers[-1]["title"])
    expect(rows.last).to_be_visible()
    expect(reader.page.locator("#cascade .ag-row").first).to_be_hidden()
