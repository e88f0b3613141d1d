"""How fast is the dashboard? Measured as ratios within one run, on the shipped and on a very large data set."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from ccnt_dash.settings import Settings
from tests.bench.browser import Bare, Click, Reader, chromium
from tests.bench.inside import answering, asking, building, clickable
from tests.bench.report import Measured, printed, written
from tests.bench.searching import placed, searched, section
from tests.bench.servers import BenchError, Server, served
from tests.bench.synthetic import synthetic

WARM_UP = 2
ROUNDS = 9
LOADS = 7
BUILDS = 3
# What else is measured, each in a page of its own: its address, and what a reader does there with a place.
ACTS = {
    "targets": ("/targets", "{type: 'toggle', field: 'regions', value: code}"),
    "compare": ("/compare", "{type: 'toggle', field: 'regions', value: code}"),
    "tiles": ("/?face=tiles", "{type: 'toggle', field: 'regions', value: code}"),
    "down": ("/", "{type: 'enter', value: code}"),
}
# Fewer clicks than this are no median to speak of.
LEAST = 7


@dataclass
class Contest:
    """One data set in our application, in the plain one and in Plotly alone, with what was measured so far."""

    name: str
    database: Path
    servers: dict[str, Server]
    choices: list[tuple[str, str]]
    readers: dict[str, Reader] = field(default_factory=dict)
    bare: dict[str, Bare] = field(default_factory=dict)
    found: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, name: str, value: float) -> None:
        """Keep one measurement."""
        self.found[name].append(value)

    def load(self, browser: Browser) -> None:
        """Open both applications with an empty cache and see that a click answers."""
        for kind, server in self.servers.items():
            reader = Reader(browser, kind, server)
            usable, wire = reader.load()
            self.note(f"load.{kind}.ms", usable)
            self.note(f"load.{kind}.kb", wire.bytes / 1000)
            self.note(f"load.{kind}.requests", wire.requests)
            reader.click("sectors", self.choices[0][1])
            reader.close()

    def open(self, browser: Browser) -> None:
        """Open the pages whose clicks are measured."""
        for kind, server in self.servers.items():
            self.readers[kind] = Reader(browser, kind, server)
            self.readers[kind].load()
        for act, (address, _) in ACTS.items():
            self.readers[act] = Reader(browser, "ours", self.servers["ours"])
            self.readers[act].visit(address)
        self.bare = {page: Bare(browser, self.readers[page]) for page in ("ours", *ACTS)}

    def turn(self, number: int) -> None:
        """One province and one sector, never chosen together before: ours, Plotly alone, plain."""
        place, sector = self.choices[number]
        ours, plain = self.readers["ours"], self.readers["plain"]
        clicks = {"ours.province": ours.click("regions", place)}
        redrawn = self._redrawn("ours", clicks["ours.province"])
        clicks["plain.province"] = plain.click("regions", place)
        clicks["ours.sector"] = ours.click("sectors", sector)
        clicks["plain.sector"] = plain.click("sectors", sector)
        ours.reset()
        plain.reset()
        if number >= WARM_UP:
            self._keep(clicks, redrawn)
        for act, (_, event) in ACTS.items():
            click = self.readers[act].act(event, place)
            bare = self._redrawn(act, click)["bare"]
            if number >= WARM_UP:
                self.note(act, click.painted)
                self.note(f"{act}.kb", click.wire.bytes / 1000)
                self.note(f"{act}.bare", bare)
                self.note(f"{act}÷bare", click.painted / bare)

    def _redrawn(self, page: str, click: Click) -> dict[str, float]:
        """The charts that changed, drawn by Plotly alone: ms until painted, and of the first pass of each."""
        changed = [figure for figure in self.readers[page].figures() if figure["name"] in click.times["charts"]]
        drawn = self.bare[page].draw(changed)
        each = {f"bare.{name}": ms for name, ms in drawn["each"].items()}
        return {"bare": drawn["painted"], "bare.page_cpu": drawn["cpu"], **each}

    def _keep(self, clicks: dict[str, Click], redrawn: dict[str, float]) -> None:
        for name, ms in redrawn.items():
            self.note(name, ms)
        for name, click in clicks.items():
            self.note(name, click.painted)
            self.note(f"{name}.kb", click.wire.bytes / 1000)
            self.note(f"{name}.requests", click.wire.requests)
            self.note(f"{name}.page_cpu", click.page_cpu)
            self.note(f"{name}.server_cpu", click.server_cpu)
            self.note(f"{name}.before", click.asked)
            self.note(f"{name}.server", click.answered - click.asked)
            drawn = max(click.times["charts"].values())
            self.note(f"{name}.charts", drawn - click.answered)
            self.note(f"{name}.table", click.painted - drawn)
        self.note("ours÷bare", clicks["ours.province"].painted / redrawn["bare"])
        self.note("ours÷plain", clicks["ours.province"].painted / clicks["plain.province"].painted)


def bench(settings: Settings, policies: int, report: Path | None) -> int:
    """Measure, print a table and, with `report`, write it down; 0 when all was measured.

    Raises BenchError if something could not be measured.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shipped, seconds = building(settings, folder, BUILDS)
        found = searched(settings, shipped, folder, policies)
        databases = {"shipped": shipped, "synthetic": synthetic(shipped, folder, policies)}
        with chromium() as browser:
            contests = _contests(databases, browser)
            version = browser.version
        for contest in contests:
            places = [place for place, _ in contest.choices]
            contest.found["sql"] = asking(settings, contest.database, places)[WARM_UP:]
            contest.found["answer"] = answering(settings, contest.database, places)[WARM_UP:]
    measured = Measured(
        {each.name: {name: median(values) for name, values in each.found.items()} for each in contests},
        median(seconds),
        policies,
        version,
        ROUNDS,
        LOADS,
    )
    print(printed(measured), section(found), sep="\n\n")
    if report:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(placed(written(measured), section(found)), encoding="utf-8")
    return 0


def _contests(databases: dict[str, Path], browser: Browser) -> list[Contest]:
    with ExitStack() as running:
        contests = [running.enter_context(_contest(name, database)) for name, database in databases.items()]
        for _ in range(LOADS):
            for contest in contests:
                contest.load(browser)
        for contest in contests:
            contest.open(browser)
        for number in range(min(WARM_UP + ROUNDS, *(len(each.choices) for each in contests))):
            for contest in contests:
                contest.turn(number)
        for contest in contests:
            for reader in (*contest.readers.values(), *contest.bare.values()):
                reader.close()
    return contests


@contextmanager
def _contest(name: str, database: Path) -> Iterator[Contest]:
    choices = clickable(database, WARM_UP + ROUNDS)
    if len(choices) < WARM_UP + LEAST:
        raise BenchError(f"{name}: policies in {len(choices)} provinces; {WARM_UP + LEAST} are needed for a median")
    with served("ours", database) as ours, served("plain", database) as plain:
        yield Contest(name, database, {"ours": ours, "plain": plain}, choices)
