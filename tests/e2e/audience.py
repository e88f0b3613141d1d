"""How do browser tests sit before a story that is presented?"""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from ccnt_dash.settings import ROOT
from ccnt_dash.story import shelf
from tests.e2e.reader import Reader

NAME = "provinces-2030"
STORY = shelf.read(ROOT / "data" / "stories" / f"{NAME}.json")
MAP = next(at for at, slide in enumerate(STORY.slides, 1) if slide.shows and slide.shows[0].view == "map")
LAST = len(STORY.slides)
NUMBERS = "graph => graph.calcdata.flat().map(point => point.z).filter(value => value !== undefined)"


def opened(reader: Reader, at: int = 1, **query: Any) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in {"lang": reader.lang, "theme": "light", **query}.items())
    reader.page.goto(f"{reader.address}/present/{NAME}?{asked}#{at}")
    ready(reader.page)
    return reader.page


def ready(page: Page) -> None:
    expect(page.locator("#stage[data-ready]")).to_be_visible()


def shown(page: Page) -> Locator:
    """The slide that is seen."""
    return page.locator(".leaf.current .slide:not(.coming)")


def stands(page: Page, at: int, lang: str = "en") -> None:
    """Slide number `at` is seen, told and in the address."""
    title = STORY.slides[at - 1].title.of(lang)
    expect(page.locator(f"#leaf-{at}.current .title")).to_have_text(title)
    expect(page).to_have_url(re.compile(rf"#{at}$"))
    expect(page.locator(".bar .place")).to_have_text(f"{at} / {LAST}")


def pressed(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
