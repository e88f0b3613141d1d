"""Does a view stand in a frame on somebody else's page, and nothing else of the site?"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ccnt_dash.filters import Filters
from ccnt_dash.site import Site
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.views import VIEWS
from tests.e2e.conftest import Noted
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what is asked for is the test's own."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served at an origin of its own."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def framing(lines: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><title>x</title><link rel="icon" href="data:,"><h1>A page</h1>{lines}'


@pytest.mark.parametrize("view", ["map", "timeline", "path", "disagreements"])
def test_a_view_is_drawn_in_a_frame_of_another_site(reader: Reader, view: str, elsewhere: tuple[Path, str]) -> None:
    folder, origin = elsewhere
    query = reader.choices(theme="dark").to_query()
    address = f"{reader.address}/embed/{view}{query}".replace("&", "&amp;")
    (folder / "page.html").write_text(framing(f'<iframe src="{address}" width="800" height="480"></iframe>'))
    reader.page.goto(f"{origin}/page.html")
    frame = reader.page.frame_locator("iframe")
    title = TAKEN[view].id in ("map", "timeline", "path")
    expect(frame.locator(".main-svg").first if title else frame.locator("td").first).to_be_visible()
    expect(frame.locator("html")).to_have_attribute("lang", "zh-CN" if reader.lang == "zh" else "en")
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    expect(frame.locator(".choices").first).to_have_text(reader.answers.sentence(reader.choices()))
    expect(frame.locator("footer")).to_contain_text(reader.answers.store.version())
    reader.page.wait_for_load_state("networkidle")
    assert reader.page.context.cookies() == []


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("path", ["/", "/about", "/geo/provinces.geojson"])
def test_other_pages_refuse_to_be_framed(reader: Reader, path: str, elsewhere: tuple[Path, str], noted: Noted) -> None:
    folder, origin = elsewhere
    (folder / "page.html").write_text(framing(f'<iframe src="{reader.address}{path}"></iframe>'))
    reader.page.goto(f"{origin}/page.html")
    reader.page.wait_for_load_state("networkidle")
    assert "frame-ancestors" in " ".join(noted.console)
    assert reader.page.frames[1].url == "chrome-error://chromewebdata/"
    noted.console.clear()


def test_the_lines_to_paste_carry_the_choices_of_now(reader: Reader) -> None:
    reader.open()
    folded = reader.page.locator('[data-embed="map"]')
    folded.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    expect(folded.locator("pre")).to_contain_text(f'src="{reader.address}/embed/map{reader.choices().to_query()}"')
    reader.choose_province("140000")
    reader.wait_settled(regions=("140000",))
    wanted = reader.choices(regions=("140000",)).to_query().replace("&", "&amp;")
    expect(folded.locator("pre")).to_contain_text(f'src="{reader.address}/embed/map{wanted}"')


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("view", TAKEN)
def test_every_view_has_a_page_for_frames(app: Site, view: str, lang: str) -> None:
    client = app.server.test_client()
    answer = client.get(f"/embed/{view}?lang={lang}&regions=140000&regions=<script>")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors *"
    assert "X-Frame-Options" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert "<h1>" in page
    assert "&lt;script" not in page
    assert ('id="chart"' in page) == (client.get(f"/embed/{view}/figure").status_code == 200)


def test_an_unknown_view_says_so(app: Site) -> None:
    client = app.server.test_client()
    assert client.get("/embed/nothing").status_code == 404
    assert client.get("/embed/nothing/figure").status_code == 404
    assert client.get("/").headers["Content-Security-Policy"] == "frame-ancestors 'self'"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("view", ["by_sector", "by_doc_type", "by_indicator"])
def test_a_matrix_in_a_frame_is_told_in_names(app: Site, view: str, lang: str) -> None:
    page = app.server.test_client().get(f"/embed/{view}?lang={lang}").get_data(as_text=True)
    words = app.answers.words(Filters(lang=lang))
    drawn = app.answers.drawn(VIEWS[view], Filters(lang=lang))
    for column in drawn["columns"]:
        assert f"<th scope=col>{escape(column['name'])}" in page
    assert words.name("absence_reasons", "none_among") in page
    assert page.count("<tr>") == len(drawn["records"]) + 1
    assert "none_among" not in page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_policy_in_a_frame_is_told_with_its_sentences(app: Site, lang: str) -> None:
    chosen = Filters(lang=lang, policies=("cn-6200be71",))
    page = app.server.test_client().get(f"/embed/policy{chosen.to_query()}").get_data(as_text=True)
    (record,) = app.answers.drawn(VIEWS["policy"], chosen)
    assert escape(record["title"]) in page
    assert record["targets"]
    for target in record["targets"]:
        assert escape(target["quote"]) in page
        assert escape(target["statement"]) in page
    assert "in_force" not in page


@pytest.mark.parametrize("view", ["table", "progress", "overdue", "sources", "dictionary"])
def test_a_frame_says_how_many_rows_it_leaves_out_and_where_they_are(app: Site, view: str) -> None:
    page = app.server.test_client().get(f"/embed/{view}").get_data(as_text=True)
    held = extract(app.answers, TAKEN[view], Filters())
    left = len(held.rows) - (page.count("<tr>") - 1)
    told = app.answers.words(Filters())("embed.more", n=f"{left:,}")
    assert (f'<a href="{held.page}" target="_blank" rel="noopener">{told}</a>' in page) == (left > 0)


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize(
    ("view", "query", "there"),
    [
        ("sectors", "", "/?sectors="),
        ("paces", "", "/policy/"),
        ("due", "?regions=140000", "/targets?regions=140000&years="),
    ],
)
def test_the_marks_of_a_frame_open_the_full_page_with_the_keyboard(
    reader: Reader, view: str, query: str, there: str
) -> None:
    reader.page.goto(f"{reader.address}/embed/{view}{query}")
    mark = reader.page.locator('#chart [data-key][tabindex="0"]')
    expect(mark).to_have_attribute("role", "link")
    mark.focus()
    reader.page.keyboard.press("ArrowRight")
    with reader.page.context.expect_page() as opened:
        reader.page.keyboard.press("Enter")
    opened.value.wait_for_load_state("domcontentloaded")
    assert opened.value.url.startswith(f"{reader.address}{there}")
    opened.value.close()
