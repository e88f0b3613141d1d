"""What was measured, were the goals met, and where does the time go? As Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

Figures = Mapping[str, float]
BARE = "bare.graph-"

METHOD = """# How fast is the dashboard?

Written by `python -m ccnt_dash bench --report docs/performance.md` on {date}; run it again rather than trust it.

## How it was measured

A headless Chromium, the server on the same machine, both data sets and all three pages in one run, turn by turn;
medians of {rounds} clicks after two that are thrown away, and of {loads} first loads. Machines differ and are never
idle: **read the ratios, not the milliseconds**.

- *Shipped* is the data set of this repository. *Synthetic* has {policies:,} policies with ten targets each, their
  places, sectors, types, years and indicators chosen by hashes (`tests/bench/synthetic.py`).
- A *click* is the chart's own `plotly_click`, each time on another province, so that no answer is remembered; finding
  the mark under the mouse is left out, in all pages alike. It ends two animation frames after the last chart was
  drawn, the last table row changed and the last text was replaced.
- *Bare Plotly* is a page without Dash that redraws the charts that changed, with the same new data, in the same sizes,
  with the same bundle and the boundaries already loaded: what nobody who draws with Plotly can go below.
- *Plain Dash* (`tests/bench/plain.py`) answers the same clicks with five views and nothing else: pandas in memory, a
  callback per chart, whole figures with the boundaries in them, Plotly's full bundle, nothing compressed. It has no
  controls with counts, no sentence, no counters and no inset map, which is in its favour.
- *Processor time* of the page is that of its main thread, waiting loops of the bench included; it is steadier than
  the clock where other programs run beside.
- *Bytes* are those on the wire, headers included. *Usable* is when the map is drawn and the table filled, with
  an empty cache; a click at that moment was answered every time.

Load average over the last quarter of an hour of the run: {load:.1f} on {cores} cores. Above their number the machine
was shared, and what needs several processes (a click: browser, server, database) waits more often than what needs one
(the bare redraw): ratios of clock times are then too high.

{cores} cores, Python {python}, Dash {dash}, Plotly {plotly}, DuckDB {duckdb}, pandas {pandas}, Chromium {chromium}.
"""


@dataclass(frozen=True)
class Measured:
    """Medians by data set and name; times in ms, the build in seconds."""

    sets: Mapping[str, Figures]
    build: float
    policies: int
    chromium: str
    rounds: int
    loads: int


@dataclass(frozen=True)
class Line:
    """A measure: its words, how it is read from the figures, its unit and its goal."""

    words: str
    read: Callable[[Figures], float]
    unit: str = ""
    goal: float | None = None


def _figure(name: str) -> Callable[[Figures], float]:
    return lambda figures: figures[name]


GOALS = (
    Line("province click ÷ bare Plotly redraw", lambda f: f["ours÷bare"], goal=1.8),
    Line("province click ÷ the same in plain Dash", lambda f: f["ours÷plain"], goal=0.3),
    Line("province click, on the wire", lambda f: f["ours.province.kb"], "kB", 10),
    Line("sector click, on the wire", lambda f: f["ours.sector.kb"], "kB", 10),
)
OTHER_PAGES = tuple(
    line
    for act, words in {
        "targets": "/targets: another place",
        "compare": "/compare: another place",
        "tiles": "map as tiles: another place",
        "down": "map: down into a province",
    }.items()
    for line in (
        Line(f"{words} ÷ bare Plotly redraw", _figure(f"{act}÷bare"), goal=1.8),
        Line(f"{words}, until painted", _figure(act), "ms"),
        Line("– bare Plotly redraw of the changed charts", _figure(f"{act}.bare"), "ms"),
        Line(f"{words}, on the wire", _figure(f"{act}.kb"), "kB", 10),
    )
)
FURTHER = (
    Line("province click until painted", lambda f: f["ours.province"], "ms"),
    Line("– bare Plotly redraw of the changed charts", lambda f: f["bare"], "ms"),
    Line("– in plain Dash", lambda f: f["plain.province"], "ms"),
    Line("sector click until painted", lambda f: f["ours.sector"], "ms"),
    Line("– in plain Dash", lambda f: f["plain.sector"], "ms"),
    Line("requests of a province click", lambda f: f["ours.province.requests"], "requests"),
    Line("– in plain Dash", lambda f: f["plain.province.requests"], "requests"),
    Line("requests of a sector click", lambda f: f["ours.sector.requests"], "requests"),
    Line("province click in plain Dash, on the wire", lambda f: f["plain.province.kb"], "kB"),
    Line("province click, processor time of the server", lambda f: f["ours.province.server_cpu"], "ms"),
    Line("– in plain Dash", lambda f: f["plain.province.server_cpu"], "ms"),
    Line("province click, processor time of the page", lambda f: f["ours.province.page_cpu"], "ms"),
    Line("– in plain Dash", lambda f: f["plain.province.page_cpu"], "ms"),
    Line("– bare Plotly redraw", lambda f: f["bare.page_cpu"], "ms"),
    Line("first load until usable", lambda f: f["load.ours.ms"], "ms"),
    Line("– in plain Dash", lambda f: f["load.plain.ms"], "ms"),
    Line("first load, on the wire", lambda f: f["load.ours.kb"], "kB"),
    Line("– in plain Dash", lambda f: f["load.plain.kb"], "kB"),
    Line("requests of a first load", lambda f: f["load.ours.requests"], "requests"),
    Line("– in plain Dash", lambda f: f["load.plain.requests"], "requests"),
)
PARTS = (
    Line("click to request (Dash's renderer)", lambda f: f["ours.province.before"], "ms"),
    Line("request to answer (server and transfer)", lambda f: f["ours.province.server"], "ms"),
    Line("– asking and drawing all parts, within the server", lambda f: f["answer"], "ms"),
    Line("– SQL of the page's views one after the other, nothing remembered", lambda f: f["sql"], "ms"),
    Line("answer to last chart drawn (Dash's renderer and Plotly)", lambda f: f["ours.province.charts"], "ms"),
    Line("last chart to painted (table, texts, frames)", lambda f: f["ours.province.table"], "ms"),
)


def printed(measured: Measured) -> str:
    """All figures in one table."""
    lines = _table(measured, (*GOALS, *OTHER_PAGES, *FURTHER, *PARTS))
    return "\n".join([*lines, f"| build of the shipped data | {measured.build:.1f} s | | | |"])


def written(measured: Measured) -> str:
    """The whole report."""
    parts = [_method(measured), "## Goals", "", *_table(measured, GOALS), ""]
    parts += ["## Other pages and faces", "", *_table(measured, OTHER_PAGES), ""]
    parts += ["## Everything measured", "", *_table(measured, FURTHER), ""]
    parts += ["## Where the time of a province click goes", "", *_table(measured, PARTS), "", *_charts(measured), ""]
    parts += [f"Building the database from the text files takes {measured.build:.1f} s.", ""]
    parts += ["## What it means", "", *(told for line in GOALS for told in _meaning(measured, line))]
    return "\n".join(parts) + "\n"


def _method(measured: Measured) -> str:
    versions = {name: version(name) for name in ("dash", "plotly", "duckdb", "pandas")}
    machine = {"cores": os.cpu_count(), "load": os.getloadavg()[2], "python": platform.python_version()}
    sizes = {"rounds": measured.rounds, "loads": measured.loads, "policies": measured.policies}
    return METHOD.format(date=datetime.now(UTC).date(), chromium=measured.chromium, **versions, **machine, **sizes)


def _table(measured: Measured, lines: Sequence[Line]) -> list[str]:
    head = ["measure", *measured.sets, "goal", "met"]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(_row(measured, line) for line in lines)]


def _row(measured: Measured, line: Line) -> str:
    values = [line.read(figures) for figures in measured.sets.values()]
    goal, met = "", ""
    if line.goal is not None:
        goal, met = f"≤ {line.goal:g} {line.unit}".rstrip(), "yes" if max(values) <= line.goal else "no"
    return f"| {' | '.join([line.words, *(_said(value, line.unit) for value in values), goal, met])} |"


def _said(value: float, unit: str) -> str:
    decimals = {"ms": 0, "kB": 1, "requests": 0}.get(unit, 2)
    return f"{value:,.{decimals}f} {unit if unit != 'requests' else ''}".rstrip()


def _charts(measured: Measured) -> list[str]:
    told = []
    for name, figures in measured.sets.items():
        charts = {key.removeprefix(BARE): ms for key, ms in figures.items() if key.startswith(BARE)}
        each = ", ".join(f"{chart} {ms:.0f} ms" for chart, ms in sorted(charts.items(), key=lambda item: -item[1]))
        told.append(f"- Bare redraw, {name}: {figures['bare']:.0f} ms, of which the first pass of each chart: {each}.")
    return told


def _meaning(measured: Measured, line: Line) -> list[str]:
    values = {name: line.read(figures) for name, figures in measured.sets.items()}
    goal = line.goal or 0
    missed = {name: value for name, value in values.items() if value > goal}
    if not missed:
        return [f"- {line.words}: met."]
    return [
        f"- {line.words}: **missed** on {name}, {_said(value, line.unit)} instead of {_said(goal, line.unit)}. "
        + _why(measured.sets[name], line)
        for name, value in missed.items()
    ]


def _why(figures: Figures, line: Line) -> str:
    if line.unit == "kB":
        kind = "province" if "province" in line.words else "sector"
        return f"The answer comes in {figures[f'ours.{kind}.requests']:.0f} requests, headers included."
    whole, server, bare = figures["ours.province"], figures["ours.province.server"], figures["bare"]
    rest = whole - server - bare
    return (
        f"Of {whole:.0f} ms the server and the transfer take {server:.0f} ({server / whole:.0%}), drawing with Plotly "
        f"{bare:.0f} ({bare / whole:.0%}); the other {rest:.0f} ({rest / whole:.0%}) are Dash's renderer, the table, "
        f"texts and paint. Bare Plotly alone takes {bare / figures['plain.province']:.2f} of what plain Dash takes."
    )
