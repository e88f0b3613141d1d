"""What does a reader's browser see? A headless Chromium that clicks, counts bytes and notes when all is painted."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.bench.servers import BenchError, Server

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZE: ViewportSize = {"width": 1280, "height": 900}
CHARTS = {
    "ours": {"regions": ".frame.map", "sectors": ".frame.sectors"},
    "plain": {"regions": "#map", "sectors": "#sectors"},
}
RESET = {
    "ours": "window.ccnt.send({type: 'drop', field: 'sectors'})",
    "plain": "window.dash_clientside.set_props('sectors', {clickData: null})",
}
BARE = '<!DOCTYPE html><html><head><script src="%s"></script></head><body></body></html>'


@dataclass
class Wire:
    """Requests that were finished and their bytes as they came over the wire, headers included."""

    requests: int = 0
    bytes: float = 0.0


@dataclass(frozen=True)
class Click:
    """A click: ms from it until painted, the times of its parts, what went over the wire, and processor time."""

    times: dict[str, Any]
    wire: Wire
    page_cpu: float
    server_cpu: float

    @property
    def painted(self) -> float:
        return float(self.times["painted"])

    @property
    def asked(self) -> float:
        """When the first request left."""
        return float(min(each["start"] for each in self.times["requests"]))

    @property
    def answered(self) -> float:
        """When the last answer was complete."""
        return float(max(each["end"] for each in self.times["requests"]))


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system, or the one playwright has installed."""
    path = os.environ.get("BROWSER_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Reader:
    """A page of the application `kind`, in a browser profile of its own without a cache."""

    def __init__(self, browser: Browser, kind: str, server: Server) -> None:
        self.kind, self.server = kind, server
        self.context = browser.new_context(viewport=SIZE)
        self.context.add_init_script(PROBE)
        self.page: Page = self.context.new_page()
        self.wire = Wire()
        self.session = self.context.new_cdp_session(self.page)
        self.session.on("Network.loadingFinished", self._finished)
        self.session.send("Network.enable")
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _finished(self, event: dict[str, Any]) -> None:
        self.wire.requests += 1
        self.wire.bytes += event["encodedDataLength"]

    def cpu(self) -> float:
        """ms of processor time that the page's main thread has used."""
        told = self.session.send("Performance.getMetrics")["metrics"]
        return 1000 * sum(float(each["value"]) for each in told if each["name"] == "TaskDuration")

    def load(self) -> tuple[float, Wire]:
        """Open the page; ms until it can be used, and what that took over the wire."""
        self.page.goto(self.server.address, wait_until="commit")
        usable = float(self.page.evaluate("window.bench.usable()"))
        self.page.evaluate("window.bench.quiet()")
        return usable, self.wire

    def visit(self, path: str) -> None:
        """Open another page of the application and wait until nothing changes."""
        self.page.goto(self.server.address + path, wait_until="commit")
        self.page.wait_for_selector(".js-plotly-plot")
        self.page.evaluate("window.bench.quiet()")

    def act(self, event: str, code: str) -> Click:
        """Send an event of the page, written in its own language, about the place `code`."""
        return self._timed(f"(code) => window.bench.timed(() => window.ccnt.send({event}))", code)

    def _timed(self, act: str, told: Any) -> Click:
        self.wire = Wire()
        page, server = self.cpu(), self.server.cpu()
        times = self.page.evaluate(act, told)
        return Click(times, self.wire, self.cpu() - page, self.server.cpu() - server)

    def click(self, writes: str, code: str) -> Click:
        """Click the mark of `code` in the chart that writes a field."""
        find = "document.querySelector(where + ' .js-plotly-plot')"
        act = f"([where, code]) => window.bench.timed(() => window.bench.press({find}, code))"
        click = self._timed(act, [CHARTS[self.kind][writes], code])
        # A place may have a single policy: choosing its sector then changes no row.
        rows = click.times["table"] or writes != "regions"
        if not (click.times["requests"] and click.times["charts"] and rows):
            raise BenchError(f"{self.kind}: the click on {code} did not change chart and table: {click.times}")
        return click

    def reset(self) -> None:
        """Un-choose the sector, unmeasured."""
        self.wire = Wire()
        self.page.evaluate(f"window.bench.timed(() => {RESET[self.kind]})")

    def figures(self) -> list[dict[str, Any]]:
        """The figures that the page shows now, with their names and sizes."""
        return list(self.page.evaluate("window.bench.figures()"))

    def plotly(self) -> str:
        """Address of the Plotly bundle that the page has loaded."""
        found = self.page.evaluate("Array.from(document.scripts).map((each) => each.src)")
        return next(str(src) for src in found if re.search(r"/vendor/plotly[^/]*\.js", src))

    def close(self) -> None:
        """Forget the page and its cache."""
        self.context.close()


class Bare(Reader):
    """A page without Dash that draws the same figures with the same Plotly."""

    def __init__(self, browser: Browser, ours: Reader) -> None:
        super().__init__(browser, "bare", ours.server)
        html = BARE % ours.plotly()
        self.page.route("**/bare", lambda route: route.fulfill(body=html, content_type="text/html"))
        self.page.goto(f"{self.server.address}/bare")
        self.draw(ours.figures())

    def draw(self, figures: list[dict[str, Any]]) -> dict[str, Any]:
        """Redraw; ms until painted, ms of the first pass of each chart, and processor time."""
        before = self.cpu()
        drawn = dict(self.page.evaluate("(figures) => window.bench.redraw(figures)", figures))
        return {**drawn, "cpu": self.cpu() - before}
