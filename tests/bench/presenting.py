"""How much sooner does a slide stand on the wall that was drawn beforehand than one that is drawn when asked for?"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ccnt_dash.build import build
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from tests.bench.browser import chromium
from tests.bench.searching import placed
from tests.bench.servers import served

HEADING = "## Going forward in a story"
# Shows the next slide, which is drawn, and then asks for it and draws it as if it were not: the best of five each.
RACE = """async (at) => {
    const {present} = window;
    await present.go(at);
    const planned = present.deck.slides[at + 1];
    const record = {story: 'race', slides: [{kind: planned.kind, shows: planned.shows.map(
        ({view, query, data}) => ({view, query, data}))}]};
    const best = async (back, act) => {
        const times = [];
        for (let n = 0; n < 5; n += 1) {
            await back();
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const before = performance.now();
            await act();
            document.body.getBoundingClientRect();
            times.push(performance.now() - before);
        }
        return Math.min(...times);
    };
    const shown = await best(() => present.go(at), () => present.go(at + 1));
    let section;
    const drawn = await best(() => section && section.remove(), async () => {
        const told = await present.ask(record, present.state.lang, present.state.theme);
        section = present.slide({...planned, shows: told.slides[0].shows}, present.say);
        present.section(at + 1).after(section);
        await present.draw(section);
    });
    return [shown, drawn];
}"""
TOLD = """{heading}

Written by `python -m ccnt_dash bench --only present --report docs/performance.md` on {date}; load average {load:.1f} on
{cores} cores. The slide after the one that is seen is drawn and laid out before anybody goes there. *shown*: going to
it. *drawn*: asking the server for the same slide and drawing it anew, in the same page. Each the best of five, in ms.
**Read the ratios.**

| story | slide | shown | drawn | shown ÷ drawn |
|---|---|---|---|---|
{rows}
"""
Raced = tuple[str, int, float, float]


def bench_present(settings: Settings, report: Path | None) -> int:
    """Measure every slide with views of the shipped stories, print the section and put it into `report`."""
    with tempfile.TemporaryDirectory() as folder:
        database = build(settings.data, Path(folder) / "shipped.duckdb", settings.geometry).database
        told = section(raced(settings, database))
    print(told)
    if report:
        written = report.read_text(encoding="utf-8") if report.exists() else ""
        report.write_text(placed(written, told), encoding="utf-8")
    return 0


def raced(settings: Settings, database: Path) -> list[Raced]:
    """Story, number of the slide, ms to show it and ms to draw it."""
    found = []
    with served("ours", database) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        for name in shelf.names(settings.data):
            told = shelf.find(settings.data, name)
            slides = told.slides if told else ()
            page.goto(f"{server.address}/present/{name}?lang=en&theme=light")
            page.wait_for_selector("#stage[data-ready]")
            for at, slide in enumerate(slides):
                if slide.shows:
                    shown, drawn = page.evaluate(RACE, at - 1)
                    found.append((name, at + 1, shown, drawn))
    return found


def section(found: list[Raced]) -> str:
    """The section of the report."""
    rows = [f"| {name} | {at} | {shown:.0f} | {drawn:.0f} | {shown / drawn:.2f} |" for name, at, shown, drawn in found]
    return TOLD.format(
        heading=HEADING,
        date=datetime.now(UTC).date(),
        load=os.getloadavg()[2],
        cores=os.cpu_count(),
        rows="\n".join(rows),
    )
