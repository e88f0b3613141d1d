"""Does a story in one file open from a disk without a network, with the numbers of the site?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from ccnt_dash.answer import Answers
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.story.deck import Worn, deck
from tests.e2e.conftest import Noted

pytestmark = pytest.mark.e2e

NAMES = shelf.names(ROOT / "data")


@pytest.fixture(scope="module")
def folder(answers: Answers, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A disk with all stories."""
    made = tmp_path_factory.mktemp("disk")
    for name in NAMES:
        told = shelf.read(ROOT / "data" / "stories" / f"{name}.json")
        (made / f"{name}.html").write_bytes(bundle(answers, told, Place(settings.assets, settings.geometry)))
    return made


@pytest.fixture
def alone(browser: Browser) -> Iterator[Page]:
    """A page without any network, which must ask for nothing but its own file and say nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    noted = Noted()
    asked: list[str] = []
    page.on("console", lambda message: noted.console.append(message.text))
    page.on("pageerror", lambda error: noted.errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert noted == Noted()
    assert all(
        urlsplit(url).scheme in ("data", "blob") or url.split("?")[0].split("#")[0].endswith(".html") for url in asked
    )
    assert len([url for url in asked if url.startswith("file:")]) == 1


def opened(page: Page, path: Path, query: str = "") -> None:
    page.goto(f"{path.as_uri()}{query}")
    expect(page.locator("#stage[data-ready]")).to_be_visible()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_walked_without_a_network(alone: Page, folder: Path, name: str, lang: str) -> None:
    told = shelf.read(ROOT / "data" / "stories" / f"{name}.json")
    opened(alone, folder / f"{name}.html", f"?lang={lang}")
    for at, slide in enumerate(told.slides, 1):
        expect(alone.locator(f"#leaf-{at}.current .title")).to_have_text(slide.title.of(lang))
        alone.keyboard.press("ArrowRight")
    alone.keyboard.press("t")
    expect(alone.locator("html[data-theme=dark] #stage[data-ready]")).to_be_visible()
    alone.keyboard.press("l")
    expect(alone.locator("html")).to_have_attribute("lang", "en" if lang == "zh" else "zh-CN")
    expect(alone.locator("#stage[data-ready]")).to_be_visible()
    alone.keyboard.press("r")
    expect(alone.locator(".toast")).to_be_visible()


def numbers(figure: Any) -> Any:
    """What the marks of a figure stand for."""
    return [[trace.get(name) for name in ("type", "locations", "z", "x", "y", "text")] for trace in figure["data"]]


DRAWN = """graph => graph.data.map(trace => ['type', 'locations', 'z', 'x', 'y', 'text'].map(
    name => trace[name] === undefined ? null : trace[name]))"""


@pytest.mark.parametrize("name", NAMES)
def test_its_charts_hold_the_numbers_of_the_site(alone: Page, folder: Path, answers: Answers, name: str) -> None:
    told = shelf.read(ROOT / "data" / "stories" / f"{name}.json")
    opened(alone, folder / f"{name}.html", "?lang=en&theme=light")
    for at, leaf in enumerate(deck(answers, told, Worn()).leaves, 1):
        drawn = [shown for shown in leaf.shows if shown.figure]
        plots = alone.locator(f"#leaf-{at} .js-plotly-plot")
        expect(plots).to_have_count(len(drawn))
        for number, shown in enumerate(drawn):
            assert plots.nth(number).evaluate(DRAWN) == json.loads(json.dumps(numbers(shown.figure)))


def test_the_speaker_is_in_step_from_a_disk(browser: Browser, folder: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    opened(page, folder / f"{NAMES[0]}.html")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    expect(speaker.locator("#stage[data-ready]")).to_be_visible()
    speaker.keyboard.press("ArrowRight")
    expect(page.locator("#leaf-2.current")).to_be_attached()
    page.keyboard.press("ArrowRight")
    expect(speaker.locator("#leaf-3.current")).to_be_attached()
    context.close()
