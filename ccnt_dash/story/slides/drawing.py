"""How does a figure come onto a slide? As native charts, tables or shapes, by what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ccnt_dash.story.deck import Drawn
from ccnt_dash.story.slides.atlas import atlas
from ccnt_dash.story.slides.axis import Axis, number
from ccnt_dash.story.slides.bars import bars, beneath
from ccnt_dash.story.slides.columns import columns
from ccnt_dash.story.slides.fit import ABOVE, Fit, fit
from ccnt_dash.story.slides.measure import APART, Box, width
from ccnt_dash.story.slides.panel import Panel, panels
from ccnt_dash.story.slides.pen import Ink, filled, plain, stroke
from ccnt_dash.story.slides.points import points
from ccnt_dash.story.slides.sheet import Sheet
from ccnt_dash.story.slides.tables import heated
from ccnt_dash.story.slides.tiles import tiles


def drawing(sheet: Sheet, drawn: Drawn, frame: Box, folder: Path) -> None:
    """Draw the figure of a view into a frame; boundaries lie in `folder`."""
    figure = drawn.figure or {"data": [], "layout": {}}
    names = (drawn.title, f"{drawn.title}. {drawn.selection}")
    traces = figure["data"]
    kinds = {trace["type"] for trace in traces}
    if "choropleth" in kinds:
        atlas(sheet, figure, frame, folder, drawn.title)
    elif "heatmap" in kinds:
        backwards = figure["layout"].get("yaxis", {}).get("autorange") == "reversed"
        heated(sheet, traces[0], backwards, frame, drawn.title)
    elif kinds == {"bar"} and len(traces) == 1:
        (bars if traces[0].get("orientation") == "h" else tiles)(sheet, figure, frame, names)
    else:
        _between_axes(sheet, figure, frame, names)


def _between_axes(sheet: Sheet, figure: dict[str, Any], frame: Box, names: tuple[str, str]) -> None:
    every = panels(figure) if figure["data"] else []
    found = fit(figure, every, frame)
    if any("base" in trace for trace in figure["data"]):
        columns(sheet, figure, every[0], found, frame=frame, names=names)
    elif len(every) == 1:
        if any(series.bar for series in every[0].series):
            beneath(sheet, every[0], found, names)
            rest = tuple(each for each in every[0].series if not each.bar)
            every = [replace(every[0], series=rest, x=replace(every[0].x, grid=False))]
        points(sheet, every[0], found, frame, names)
    else:
        for panel in every:
            points(
                sheet, panel, found, _around(panel, every, found, frame), (_heading(panel, figure, names[0]), names[1])
            )
    for note in figure["layout"].get("annotations", ()):
        _note(sheet, note, figure, every, found)


def _around(panel: Panel, every: Sequence[Panel], found: Fit, frame: Box) -> Box:
    """A panel of several with the room of its labels."""
    box = found.of(panel)
    left = box.x - frame.x if panel.y.shown and panel.across[0] == min(each.across[0] for each in every) else 8.0
    below = found.size * 1.7
    return Box(box.x - left, box.y - 4, box.w + left + 8, box.h + 4 + below)


def _heading(panel: Panel, figure: dict[str, Any], title: str) -> str:
    """The name of a panel: the note that stands at its left top."""
    corner = (panel.across[0], panel.down[1])
    told = (note for note in figure["layout"].get("annotations", ()) if (note["x"], note["y"]) == corner)
    return next((plain(note["text"]) for note in told), title)


def _note(sheet: Sheet, note: dict[str, Any], figure: dict[str, Any], every: Sequence[Panel], found: Fit) -> None:
    """A text of the figure at its place, in a box where it has a ground."""
    font = figure["layout"]["template"]["layout"]["font"] | note.get("font", {})
    ink = Ink(font["size"] * found.scale, font["color"], "<b>" in note["text"], note.get("align", "center"))
    text, pad = plain(note["text"]), note.get("borderpad", 0) * found.scale
    wide = width(text, ink.size) * (1.08 if ink.bold else 1) + 2 * pad + 2
    high = (text.count("\n") + 1) * ink.size * APART + 2 * pad
    x, y = _place(note, every, found)
    x -= wide * {"left": 0.0, "right": 1.0}.get(note.get("xanchor", "center"), 0.5)
    y -= high * {"top": 0.0, "bottom": 1.0}.get(note.get("yanchor", "middle"), 0.5)
    box = Box(x, y, wide, high)
    if "bgcolor" not in note:
        sheet.text(text, box, ink, broken=False)
        return
    shape = sheet.form("", box, text, filled(note["bgcolor"]), stroke(note.get("bordercolor"), 1))
    sheet.write(shape, text, ink, anchor="middle", broken=False)


def _place(note: dict[str, Any], every: Sequence[Panel], found: Fit) -> tuple[float, float]:
    inner = found.inner

    def share(name: str, axis: Axis | None) -> float:
        value = number(note[name]) or 0.0
        return value if note.get(f"{name}ref") == "paper" or axis is None else axis.share(value)

    x = share("x", every[0].x if every else None)
    y = share("y", every[0].y if every else None)
    return inner.x + x * inner.w, inner.bottom - y * inner.h - _lift(note, every, found)


def _lift(note: dict[str, Any], every: Sequence[Panel], found: Fit) -> float:
    """How far a note stands above its place: above the texts of an axis at the top, too."""
    lift = float(note.get("yshift", 0)) * found.scale
    return max(lift, ABOVE * found.size) if lift and every and every[0].x.far else lift
