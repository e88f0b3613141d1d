"""Can an editor go through a document by keyboard alone, and is what she accepted on the site after a build?"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, ViewportSize, expect

from ccnt_dash.build import build
from ccnt_dash.review.decisions import Book
from ccnt_dash.settings import ROOT
from tests.contract.invented import GEOMETRY, invented
from tests.contract.invented_inbox import inbox, letter, long, plan
from tests.e2e.reader import Reader
from tests.e2e.server import Server, serving
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.e2e

PLAN = plan()
ID = PLAN.document.document_id
FACT, FALL, REACH, FOREST, LATER, NAMED, MONEY = PLAN.candidates
ISSUER = "issuer,name_en,name_zh,short_en,region,note\ngov-140000,People's Government,山西省人民政府,Shanxi,140000,\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an invented data set, its database and an inbox."""
    data = invented(tmp_path / "data")
    (data / "issuers" / "shanxi.csv").write_text(ISSUER, "utf-8")
    inbox(tmp_path / "inbox", plan(), letter(), long())
    build(data, tmp_path / "ccnt.duckdb", GEOMETRY)
    return tmp_path


@pytest.fixture
def server(place: Path) -> Iterator[Server]:
    """The dashboard on that data set."""
    told = {"CCNT_INBOX": place / "inbox", "CCNT_DATA": place / "data"}
    with serving(place / "ccnt.duckdb", place / "output.txt", **told) as running:
        yield running


def at(page: Page, case: str) -> None:
    """The page is about that case."""
    expect(page.locator(f'#case[data-case^="{case}."]')).to_be_visible()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def type_into(page: Page, name: str, text: str) -> None:
    page.locator(f'[id="{name}"]').focus()
    press(page, "Control+a")
    page.keyboard.type(text)


@pytest.mark.parametrize("lang", ["en"])
def test_a_document_is_gone_through_by_keyboard_and_built(reader: Reader, place: Path) -> None:
    page = reader.page
    page.goto(f"{reader.address}/review")
    page.get_by_role("link", name=PLAN.document.title).focus()
    press(page, "Enter")
    at(page, ID)
    type_into(page, "p2.title_en", "Lantern Saving Plan of Shanxi")
    type_into(page, "editor", "Li")
    press(page, "Escape", "a")
    at(page, FACT)
    expect(page.get_by_role("status").filter(has_text="kept")).to_be_visible()
    press(page, "r")
    page.keyboard.type("It happened already.")
    press(page, "Enter")
    at(page, FALL)
    press(page, "e")
    type_into(page, "p1.target_year", "2029")
    press(page, "Enter")
    at(page, REACH)
    press(page, "a")
    at(page, FOREST)
    press(page, "a")
    at(page, LATER)
    press(page, "u")
    at(page, FOREST)
    expect(page.locator("#case h2")).to_contain_text("waiting")
    press(page, "k")
    at(page, REACH)
    expect(page.locator("#case h2")).to_contain_text("accepted")
    press(page, "j")
    at(page, FOREST)
    press(page, "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    actions = [each["action"] for each in Book(place / "data").read().decisions]
    assert actions == ["accept", "reject", "change", "accept", "accept", "undo"]
    command = [
        sys.executable,
        "-m",
        "ccnt_dash",
        "build",
        "--data",
        str(place / "data"),
        "--database",
        str(place / "ccnt.duckdb"),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with duckdb.connect(str(place / "ccnt.duckdb"), read_only=True) as connection:
        asked = "SELECT indicator, value, target_year, policy_id FROM targets WHERE source_id = ? ORDER BY value"
        found = connection.execute(asked, [f"doc_{ID}"]).fetchall()
    policy = found[0][3]
    assert found == [
        ("energy_intensity_reduction", 14.0, 2029, policy),
        ("non_fossil_share_energy", 20.0, 2030, policy),
    ]
    page.goto(f"{reader.address}/policy/{policy}")
    expect(page.get_by_role("heading", name="Lantern Saving Plan of Shanxi")).to_be_visible()


@pytest.mark.parametrize("lang", ["en"])
def test_a_new_indicator_is_made_by_keyboard_and_is_on_the_site_after_a_build(reader: Reader, place: Path) -> None:
    page = reader.page
    page.goto(f"{reader.address}/review/{ID}")
    type_into(page, "p2.title_en", "Lantern Saving Plan of Shanxi")
    type_into(page, "editor", "Li")
    press(page, "Escape", "a")
    at(page, FACT)
    page.goto(f"{reader.address}/review/{ID}?at={MONEY}")
    at(page, MONEY)
    press(page, "i")
    code = page.locator('[id="p2.indicator"]')
    expect(code).to_be_focused()
    expect(code).to_have_value("subsidy_per_lantern")
    type_into(page, "p2.name_zh", "每座灯笼补贴额")
    type_into(page, "p2.definition_en", "Subsidy paid for one lantern.")
    type_into(page, "p2.definition_zh", "每座灯笼的补贴金额。")
    page.locator('[id="p2.sector"]').focus()
    page.keyboard.type("Build")
    page.locator('[id="p2.better"]').focus()
    page.keyboard.type("nei")
    press(page, "Escape", "a")
    at(page, FACT)
    page.goto(f"{reader.address}/review/{ID}?at={FALL}")
    expect(page.locator('[id="p1.indicator"] option[value="subsidy_per_lantern"]')).to_have_count(1)
    build(place / "data", place / "ccnt.duckdb", GEOMETRY)
    with duckdb.connect(str(place / "ccnt.duckdb"), read_only=True) as connection:
        asked = "SELECT name_zh, t.value FROM targets t JOIN indicators USING (indicator) WHERE name_zh LIKE '%灯笼%'"
        assert connection.execute(asked).fetchall() == [("每座灯笼补贴额", 500.0)]


@pytest.mark.parametrize("lang", ["en"])
def test_what_is_typed_outlives_a_reload_and_is_gone_once_decided(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.address}/review/{ID}?at={FACT}")
    type_into(page, "reason", "half a reason")
    page.locator('[id="p1.strictness"]').select_option("binding")
    page.reload()
    expect(page.locator("#reason")).to_have_value("half a reason")
    expect(page.locator('[id="p1.strictness"]')).to_have_value("binding")
    type_into(page, "editor", "Li")
    press(page, "Escape", "r")
    at(page, FALL)  # a reason is there, so the key rejects at once
    page.goto(f"{reader.address}/review/{ID}?at={FACT}")
    expect(page.locator("#reason")).to_have_value("")


@pytest.mark.parametrize("lang", ["en"])
def test_a_selected_sentence_is_carried_into_the_form_for_what_was_missed(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.address}/review/{ID}?at={FACT}")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.text mark'))")
    press(page, "n")
    expect(page.locator('[id="p1.quote"]')).to_have_value(PLAN.candidates[FACT].quote)


@pytest.mark.parametrize("lang", ["en"])
def test_a_suggestion_fills_its_field(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.address}/review/{ID}?at={MONEY}")
    use = page.locator('[data-fills="p1.indicator"]').first
    wanted = use.get_attribute("data-value") or ""
    use.focus()
    press(page, "Enter")
    expect(page.locator('[id="p1.indicator"]')).to_have_value(wanted)
    expect(page.locator('[id="p1.indicator"]')).to_be_focused()


@pytest.mark.parametrize("lang", ["zh"])
def test_a_long_document_opens_quickly_and_shows_where_one_is(reader: Reader) -> None:
    page, made = reader.page, long()
    case = [*made.candidates][400]
    page.goto(f"{reader.address}/review/{made.document.document_id}?lang=zh&at={case}")
    expect(page.locator("#here")).to_be_in_viewport()
    assert page.evaluate("document.querySelectorAll('*').length") < 3_000


PATHS = [
    "",
    f"/{ID}",
    f"/{ID}?at={FALL}",
    f"/{ID}?at={REACH}&way=split",
    f"/{ID}?at={MONEY}&new=indicator",
    f"/{ID}/batch",
]


@pytest.mark.parametrize(
    ("lang", "theme", "viewport"),
    [("en", "light", {"width": 1280, "height": 900}), ("zh", "dark", {"width": 390, "height": 844})],
)
def test_the_desk_keeps_nobody_out(reader: Reader, theme: str, viewport: ViewportSize) -> None:
    found = []
    for path in PATHS:
        joined = "&" if "?" in path else "?"
        reader.page.goto(f"{reader.address}/review{path}{joined}lang={reader.lang}&theme={theme}")
        expect(reader.page.locator("main h2").first).to_be_visible()
        found += [f"{path}: {each}" for each in violations(reader)]
        wide = reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px wider than the window"
    assert not found, "\n".join(found)
