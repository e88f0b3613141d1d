"""A server of its own, one browser, and pages that must not call outside, complain or fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from ccnt_dash.answer import Answers
from ccnt_dash.settings import Settings
from tests.e2e.reader import PATIENCE, Reader
from tests.e2e.server import Server, serving

HERE = "127.0.0.1"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SWITCHES = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --no-proxy-server"""
LAUNCH = [*SWITCHES.split(), f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HERE}"]


@dataclass
class Noted:
    """What a page should never do."""

    outside: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", self._message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _request(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in ("data", "blob") and asked.hostname != HERE:
            self.outside.append(request.url)

    def _message(self, message: ConsoleMessage) -> None:
        if message.type in ("warning", "error"):
            self.console.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")


@pytest.fixture(scope="session")
def server(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the shipped data set."""
    with serving(settings.database, tmp_path_factory.mktemp("server") / "output.txt") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests, which resolves no name; without one every test fails."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as player:
        launched = _launched(player)
        yield launched
        launched.close()


def _launched(player: Playwright) -> Browser:
    try:
        return player.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
    except Error as error:
        reason = str(error).splitlines()[0]
    pytest.fail(f"no browser: {CHROMIUM} can't be launched ({reason}); name one in CHROMIUM", pytrace=False)


@pytest.fixture(params=["en", "zh"])
def lang(request: pytest.FixtureRequest) -> str:
    """Language of the reader; parametrise a test with `lang` where one is enough."""
    return str(request.param)


@pytest.fixture
def viewport() -> ViewportSize:
    """Size of the window, in CSS pixels."""
    return {"width": 1280, "height": 900}


@pytest.fixture
def touch() -> bool:
    """Is the screen touched instead of pointed at?"""
    return False


@pytest.fixture
def scheme() -> str:
    """The colour scheme that the screen prefers."""
    return "light"


@pytest.fixture
def screen(viewport: ViewportSize, touch: bool, scheme: str) -> dict[str, Any]:
    """What the reader sits before, in the words of a browser context."""
    return {"viewport": viewport, "has_touch": touch, "color_scheme": scheme}


@pytest.fixture
def noted() -> Noted:
    """What the page of this test did and should not have done; a test that provokes it empties it."""
    return Noted()


@pytest.fixture
def page(browser: Browser, server: Server, screen: dict[str, Any], noted: Noted) -> Iterator[Page]:
    """A fresh page without any memory, whose requests, messages and errors are looked at in the end."""
    context = browser.new_context(**screen)
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    noted.watch(opened)
    yield opened
    context.close()
    server.must_run()
    assert noted == Noted()


@pytest.fixture
def reader(page: Page, server: Server, answers: Answers, lang: str) -> Reader:
    """Somebody who reads the page in a language."""
    return Reader(page, server.address, answers, lang)
