"""How do tiles, each a place of the same size, become shapes that can be recoloured?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.story.slides.measure import APART, Box, width
from ccnt_dash.story.slides.panel import each_of
from ccnt_dash.story.slides.pen import Ink, filled, plain, stroke
from ccnt_dash.story.slides.sheet import Sheet

# Room around the text of a tile, in points.
AROUND = 3.0


def tiles(sheet: Sheet, figure: dict[str, Any], frame: Box, names: tuple[str, str]) -> None:
    """A rectangle for each bar that stands free, named by its place and number; tiles are as wide as high."""
    (trace,) = figure["data"]
    layout = figure["layout"]
    (left, right), (low, high) = layout["xaxis"]["range"], layout["yaxis"]["range"]
    step = min(frame.w / (right - left), frame.h / (high - low))
    begin = frame.x + (frame.w - step * (right - left)) / 2
    n = len(trace["x"])
    marker, font = trace["marker"], trace["textfont"]
    group = sheet.group(names[0])
    widest = max((width(plain(text), 1.0) for text in trace["text"]), default=1.0)
    size = min(font["size"], (step * trace["width"] - 2 * AROUND) / widest, step / APART / 1.5)
    told = zip(
        trace["x"],
        trace["y"],
        trace["base"],
        each_of(trace["text"], n),
        each_of(trace.get("hovertext", ""), n),
        each_of(marker["color"], n),
        each_of(marker["pattern"]["shape"], n),
        each_of(marker["line"]["color"], n),
        each_of(marker["line"]["width"], n),
        each_of(font["color"], n),
        strict=True,
    )
    for x, tall, base, text, hover, colour, pattern, edge, wide, ink in told:
        side = trace["width"] * step
        box = Box(begin + (x - left) * step - side / 2, frame.y + (high - base - tall) * step, side, tall * step)
        name = ": ".join(plain(hover).split("\n", 1)).replace("\n", ", ")
        surface = filled(colour, pattern=pattern, lines=marker["pattern"]["fgcolor"])
        shape = group.form("", box, name, surface, stroke(edge, wide))
        group.write(shape, plain(text), Ink(max(7.0, size), ink, align="center"), anchor="middle", broken=False)
