"""How large can a figure be written in a frame, and where does each of its panels stand?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ccnt_dash.story.slides.axis import Axis
from ccnt_dash.story.slides.measure import Box, width
from ccnt_dash.story.slides.panel import Panel, Series
from ccnt_dash.story.slides.pen import plain

# Points per px of the figure, the largest first: its 18 px letters then have as many points.
SCALES = tuple(step / 20 for step in range(20, 7, -1))
# The share of a frame that the labels of axes may take.
BESIDE = 0.42
# Letters of a label in points, and what lies between a point and its label.
LEAST, NEAR = 8.5, 7.0
# Letters that fit between two rows of panels.
ROWS = 2.9
# Letters that the texts of an axis take above it, with a note upon them.
ABOVE, NOTED = 1.6, 2.9
# A margin of more px holds the texts of an axis.
ROOM = 20
# Letters of labels one below the other, as a share of what lies between them.
TIGHT = 0.95


@dataclass(frozen=True)
class Fit:
    """Points per px, letters of axes in points, and the part of the frame between the axes."""

    scale: float
    size: float
    inner: Box

    def of(self, panel: Panel) -> Box:
        """Where a panel stands."""
        return self.inner.part(panel.across, (1 - panel.down[1], 1 - panel.down[0]))


def fit(figure: dict[str, Any], panels: Sequence[Panel], frame: Box) -> Fit:
    """The largest writing in which the labels of no axis touch each other."""
    found = [_fit(figure, scale, frame) for scale in SCALES]
    return next((each for each in found if _fits(each, figure, panels, frame)), found[-1])


def _fits(found: Fit, figure: dict[str, Any], panels: Sequence[Panel], frame: Box) -> bool:
    if len(panels) > 1 and _between(found, panels) < ROWS * found.size:
        return False
    return all(_room(found, panel, frame) for panel in panels) and all(
        _clear(found, note, panels) for note in figure["layout"].get("annotations", ()) if "bgcolor" in note
    )


def _between(found: Fit, panels: Sequence[Panel]) -> float:
    """The least room between two rows of panels, where numbers and a heading stand."""
    edges = sorted({panel.down for panel in panels})
    rooms = [above[0] - below[1] for below, above in pairwise(edges)]
    return min(rooms, default=1.0) * found.inner.h


def _clear(found: Fit, note: dict[str, Any], panels: Sequence[Panel]) -> bool:
    """Does a box that stands among points leave those beside it free?"""
    x, box = panels[0].x, found.of(panels[0])
    half = width(plain(note["text"]), found.size) * 1.08 / 2 + note.get("borderpad", 0)
    dots = [dot for series in panels[0].series for dot in series.dots if dot.symbol]
    near = min((abs(x.share(dot.x) - x.share(note["x"])) * box.w for dot in dots), default=half * 3)
    return note.get("xanchor") == "left" or half + NEAR < near


def _fit(figure: dict[str, Any], scale: float, frame: Box) -> Fit:
    template = figure["layout"]["template"]["layout"]
    margin = {**template["margin"], **figure["layout"].get("margin", {})}
    left, right, top, bottom = (margin[side] * scale for side in "lrtb")
    size = template["font"]["size"] * scale
    # Office programs take more room above and below than was measured for the screen.
    noted = any(note.get("yshift") for note in figure["layout"].get("annotations", ()))
    top = max(top, size * (NOTED if noted else ABOVE)) if top > ROOM * scale else top
    bottom = max(bottom, size * ABOVE) if bottom > ROOM * scale else bottom
    inner = Box(frame.x + left, frame.y + top, frame.w - left - right, frame.h - top - bottom)
    return Fit(scale, size, inner)


def _room(found: Fit, panel: Panel, frame: Box) -> bool:
    if frame.w - found.inner.w > BESIDE * frame.w or found.inner.h < frame.h * 0.4:
        return False
    box = found.of(panel)
    tall = max((text.count("\n") + 1 for _, text in panel.y.ticks), default=1) * found.size * 1.12
    wide = max((width(text, found.size) for _, text in panel.x.ticks), default=0) + 3
    return _pitch(panel.y) * box.h >= tall and _pitch(panel.x) * box.w >= wide


def _pitch(axis: Axis) -> float:
    """The least distance of two ticks, as a share of the axis."""
    return nearest(axis.share(at) for at, _ in axis.ticks)


def nearest(places: Iterable[float]) -> float:
    """The least distance between different numbers; 1 where there are no two."""
    order = sorted(set(places))
    return min((high - low for low, high in pairwise(order) if high - low > 1e-9), default=1.0)


def letters(series: Series, panel: Panel, found: Fit, frame: Box) -> float:
    """The size in points of the labels of a series: none reaches over the frame or touches the next below it."""
    box, nominal = found.of(panel), series.letters * found.scale
    told = [dot for dot in series.dots if dot.text and dot.y is not None]
    sizes = [nominal]
    for dot in told:
        at = box.x + panel.x.share(dot.x) * box.w
        room = {"r": frame.right - at - NEAR, "l": at - frame.x - NEAR}.get(dot.side, frame.w)
        sizes.append(max(room, 1) / max(width(dot.text, 1.0), 0.1))
    columns: dict[tuple[float, str], list[float]] = {}
    for dot in told:
        columns.setdefault((round(dot.x, 3), dot.side), []).append(panel.y.share(dot.y or 0))
    sizes += [nearest(column) * box.h * TIGHT / _tallest(told) for column in columns.values() if len(column) > 1]
    return max(LEAST, min(sizes))


def _tallest(told: Sequence[Any]) -> int:
    return max((str(dot.text).count("\n") + 1 for dot in told), default=1)
