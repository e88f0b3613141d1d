"""What does a figure show, panel by panel? Series of points with their signs, lines and labels between two axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ccnt_dash.story.slides.axis import Axis, axis, lettered, number
from ccnt_dash.story.slides.pen import clear, plain

Trace = dict[str, Any]
# The sides of a label, as Plotly names them -> as DrawingML does.
SIDES = {"right": "r", "left": "l", "top": "t", "bottom": "b", "center": "ctr"}


@dataclass(frozen=True)
class Dot:
    """A point; y is None where the line is lifted. Sizes are px of the figure; "" is no sign."""

    x: float
    y: float | None
    symbol: str = ""
    size: float = 0.0
    colour: str = ""
    alpha: float = 1.0
    edge: str = ""
    width: float = 0.0
    text: str = ""
    side: str = "r"
    ink: str = ""
    above: float = 0.0


@dataclass(frozen=True)
class Line:
    """How points are joined."""

    colour: str
    width: float
    dash: str = ""
    alpha: float = 1.0


@dataclass(frozen=True)
class Series:
    """Points of one trace; `bar` is the colour of bars from zero to each of them, `letters` the size of labels, px."""

    name: str
    dots: tuple[Dot, ...]
    line: Line | None = None
    bar: str = ""
    letters: float = 0.0


@dataclass(frozen=True)
class Panel:
    """A pair of axes with what stands between them; `across` and `down` are its shares of the figure, from below."""

    series: tuple[Series, ...]
    x: Axis
    y: Axis
    across: tuple[float, float]
    down: tuple[float, float]
    x_name: str = "x"
    y_name: str = "y"


def panels(figure: dict[str, Any]) -> list[Panel]:
    """The panels of a figure of bars and points."""
    names = dict.fromkeys((trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in figure["data"])
    return [_panel(figure, x, y) for x, y in names or {("x", "y"): None}]


def _panel(figure: dict[str, Any], x: str, y: str) -> Panel:
    layout = figure["layout"]
    traces = [trace for trace in figure["data"] if (trace.get("xaxis", "x"), trace.get("yaxis", "y")) == (x, y)]
    size = layout["template"]["layout"]["font"]["size"]
    series = [_series(trace, at, layout, size) for at, trace in enumerate(traces)]
    told_x, told_y = (layout.get(f"{name[0]}axis{name[1:]}", {}) for name in (x, y))
    dots = [dot for each in series for dot in each.dots if dot.y is not None]
    found_x = axis(told_x, (dot.x for dot in dots))
    found_y = axis(told_y, (dot.y for dot in dots if dot.y is not None))
    if _native(found_x) and _native(found_y):
        # Office programs number an axis from its beginning: here texts of its own spare the empty room that takes.
        found_x = lettered(told_x, found_x, (dot.x for dot in dots))
    series += list(_drawn_lines(layout, found_x, found_y))
    across, down = (tuple(each.get("domain", (0.0, 1.0))) for each in (told_x, told_y))
    return Panel(tuple(each for each in series if each.dots), found_x, found_y, across, down, x, y)


def _native(axis: Axis) -> bool:
    return axis.shown and not axis.ticks


def each_of(value: Any, n: int) -> list[Any]:
    """One value for each of `n` points, whether there is one of each or one of all."""
    return list(value) if isinstance(value, list | tuple) else [value] * n


def _series(trace: Trace, at: int, layout: dict[str, Any], size: float) -> Series:
    mode = trace.get("mode", "markers") if trace["type"] == "scatter" else "bar"
    dots = _dots(trace, mode, layout)
    line = trace.get("line", {})
    joined = "lines" in mode and not clear(line.get("color", ""))
    return Series(
        trace.get("name") or f"{mode.split('+')[0]} {at + 1}",
        tuple(dots),
        Line(line["color"], line.get("width", 2), line.get("dash", ""), trace.get("opacity", 1.0)) if joined else None,
        _first(trace["marker"]["color"]) if mode == "bar" else "",
        _first((trace.get("textfont") or {}).get("size")) or size,
    )


def _first(value: Any) -> Any:
    return next(iter(value), None) if isinstance(value, list | tuple) else value


def _dots(trace: Trace, mode: str, layout: dict[str, Any]) -> list[Dot]:
    points = list(zip(trace.get("x") or [], trace.get("y") or [], strict=True))
    n = len(points)
    marker, marked = trace.get("marker", {}), "markers" in mode
    texts = each_of(trace.get("text") if "text" in mode else None, n)
    told = zip(
        points,
        each_of(marker.get("symbol", "circle"), n),
        each_of(marker.get("size", 6), n),
        each_of(marker.get("color", ""), n),
        each_of(marker.get("opacity", 1.0), n),
        each_of(marker.get("line", {}).get("color", ""), n),
        each_of(marker.get("line", {}).get("width", 0), n),
        texts,
        each_of(trace.get("textposition", "middle center"), n),
        each_of(_inks(trace, layout), n),
        each_of(trace.get("error_y", {}).get("array", 0), n),
        strict=True,
    )
    found: list[Dot] = []
    for (x, y), symbol, size, colour, alpha, edge, width, text, side, ink, above in told:
        before = found[-1].x if found else 0.0
        at, high = number(x), number(y)
        if at is None or high is None:
            found.append(Dot(before if at is None else at, None))
            continue
        seen = marked and size > 1
        dot = Dot(at, high, text=_text(text), side=_side(side), ink=ink, above=above or 0.0)
        found.append(replace(dot, symbol=symbol, size=size, colour=colour, alpha=alpha, edge=edge, width=width)
                     if seen else dot)  # fmt: skip
    while found and found[-1].y is None:
        found.pop()
    return found


def _text(text: str | None) -> str:
    """A label; the blanks that keep it off its sign must not be broken at, nor be lost."""
    told = plain(text or "")
    return told.replace(" ", "\u00a0") if told.strip() else ""


def _inks(trace: Trace, layout: dict[str, Any]) -> Any:
    return (trace.get("textfont") or {}).get("color") or layout["template"]["layout"]["font"]["color"]


def _side(position: str) -> str:
    upright, _, level = position.partition(" ")
    return SIDES[level if level != "center" else "center" if upright == "middle" else upright]


def _drawn_lines(layout: dict[str, Any], x: Axis, y: Axis) -> Iterable[Series]:
    """Lines that the layout draws from edge to edge."""
    for shape in layout.get("shapes", ()):
        ends = sorted(y.ends, key=lambda value: value == y.high) if shape.get("yref") == "paper" else None
        heights: Sequence[float | None] = ends or [number(shape["y0"]), number(shape["y1"])]
        places = [number(shape["x0"]), number(shape["x1"])]
        dots = tuple(Dot(at or 0.0, high) for at, high in zip(places, heights, strict=True))
        line = shape.get("line", {})
        yield Series("line", dots, Line(line["color"], line.get("width", 1), line.get("dash", "")))
