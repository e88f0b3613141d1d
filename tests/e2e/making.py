"""How do browser tests make a story?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.reader import Reader

CARDS = ".slides .card-choose"


def kept(page: Page) -> dict[str, Any]:
    """The stories that the browser keeps."""
    found: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('ccnt:stories'))")
    return found


def record(page: Page) -> dict[str, Any]:
    """The story in hand."""
    found = kept(page)
    told: dict[str, Any] = found["drafts"][found["current"]]
    return told


def add(reader: Reader, path: str, view: str, **fields: Any) -> Locator:
    """Put a view of a page into the story of last time; what is said then."""
    reader.page.goto(f"{reader.address}{path}{reader.choices(**fields).to_query()}")
    menu = reader.page.locator(f'[data-adds="{view}"]')
    menu.locator("summary").press("Enter")
    menu.locator("button").press("Enter")
    said = menu.locator(".said")
    expect(said.locator("a")).to_be_visible()
    return said


def edit(reader: Reader, shipped: str = "") -> Page:
    """Open the page where stories are made, with a copy of a shipped one."""
    page = reader.page
    page.goto(f"{reader.address}/present/edit{reader.choices().to_query()}")
    expect(page.locator("#making")).to_be_visible()
    if shipped:
        page.locator("#story-shipped").select_option(shipped)
        expect(page.locator(CARDS).first).to_be_visible()
    return page


def choose(page: Page, number: int) -> None:
    """Take a slide in hand and wait until it is drawn."""
    page.locator(CARDS).nth(number - 1).click()
    drawn(page, number)


def drawn(page: Page, number: int) -> None:
    expect(page.locator(f'#slide-preview[data-drawn="{number}"]:not([aria-busy])')).to_be_visible()


def act(page: Page, name: str) -> None:
    page.locator(f'.slides .chosen [data-act="{name}"]').press("Enter")


def downloaded(page: Page) -> tuple[str, dict[str, Any]]:
    with page.expect_download() as download:
        page.locator('[data-does="download"]').click()
    told: dict[str, Any] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return download.value.suggested_filename, told
