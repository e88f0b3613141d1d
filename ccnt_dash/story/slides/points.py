"""How does a panel of points, lines and labels become a native XY chart?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from ccnt_dash.story.slides.chart import added, labels, placed, scale
from ccnt_dash.story.slides.fit import Fit, letters
from ccnt_dash.story.slides.measure import Box
from ccnt_dash.story.slides.panel import Dot, Line, Panel, Series
from ccnt_dash.story.slides.pen import Ink, element, filled, mixed, stroke
from ccnt_dash.story.slides.sheet import Sheet

SYMBOLS = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle-up": "triangle", "line-ns": "plus"}
# Signs that office programs don't have are letters.
GLYPHS = {"triangle-down": ("▼", "▽")}
TICK = "line-ns"
AXES = (50_010, 50_020)
# Letters that look as large as a sign.
GLYPH = 0.95
# Shades are fainter than this.
FAINT, TINT = 0.3, 0.3


@dataclass(frozen=True)
class Written:
    """A series with the size of its labels in points."""

    series: Series
    size: float


def points(sheet: Sheet, panel: Panel, found: Fit, frame: Box, names: tuple[str, str]) -> Any:
    """The panel as a native chart in a frame."""
    every = [
        *(Written(each, found.size) for each in _around(sheet, panel)),
        *(Written(_upright(each, panel, found), letters(each, panel, found, frame)) for each in _ordered(panel.series)),
        *(Written(each, found.size) for each in _glyphs(sheet, panel)),
    ]
    most = max((len(written.series.dots) for written in every), default=0)
    data = XyChartData()
    for written in every:
        series = data.add_series(written.series.name)
        for dot in written.series.dots:
            series.add_data_point(dot.x, dot.y)
    # LibreOffice draws no series that stands first and is shorter than another: blanks fill it up.
    for _ in range(most - len(every[-1].series.dots) if every else 0):
        data[-1].add_data_point(None, None)
    chart = added(sheet, XL_CHART_TYPE.XY_SCATTER, data, frame, names)
    placed(chart, found.of(panel), frame)
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    drawn = list(area.iter(qn("c:ser")))
    for told, written in zip(drawn, every, strict=True):
        _dress(told, written, found, sheet)
    # What comes later lies above: for PowerPoint by its order, for LibreOffice by its place in the file.
    for told in drawn[1:]:
        drawn[0].addprevious(told)
        drawn[0] = told
    _scaled(area, panel, found, sheet)
    return chart


def _ordered(series: Sequence[Series]) -> list[Series]:
    """Shades behind all else."""
    return sorted(series, key=lambda each: not all(dot.alpha < FAINT for dot in each.dots))


def _upright(series: Series, panel: Panel, found: Fit) -> Series:
    """Upright ticks, a sign that office programs don't have, as short lines."""
    if not series.dots or any(_base(dot.symbol) != TICK for dot in series.dots):
        return series
    dot = series.dots[0]
    high = dot.size * found.scale / 2 / found.of(panel).h * (panel.y.ends[1] - panel.y.ends[0])
    ends = [
        Dot(each.x, each.y if lift is None else each.y + lift) if lift is not None else Dot(each.x, None)
        for each in series.dots
        if each.y is not None
        for lift in (-high, high, None)
    ]
    return replace(series, dots=tuple(ends[:-1]), line=Line(dot.colour, max(dot.width, 1), alpha=dot.alpha))


def _scaled(area: Any, panel: Panel, found: Fit, sheet: Sheet) -> None:
    for old in area.findall(qn("c:valAx")):
        area.remove(old)
    for at, old in zip(AXES, area.iter(qn("c:axId")), strict=True):
        old.set("val", str(at))
    level, upright = "t" if panel.x.far else "b", "r" if panel.y.far else "l"
    area.append(scale(panel.x, level, AXES, other=panel.y, sheet=sheet, size=found.size))
    area.append(scale(panel.y, upright, AXES[::-1], other=panel.x, sheet=sheet, size=found.size))


def _around(sheet: Sheet, panel: Panel) -> list[Series]:
    """Texts at the axes and the lines of their grid, which are series where an axis has texts of its own."""
    x, y, ink = panel.x, panel.y, sheet.look["ink"]
    grid: list[Dot] = []
    if y.grid:
        grid += [dot for at, _ in y.ticks for dot in (Dot(x.low, at), Dot(x.high, at), Dot(x.high, None))]
    if x.grid:
        grid += [dot for at, _ in x.ticks for dot in (Dot(at, y.low), Dot(at, y.high), Dot(at, None))]
    edge, side = (y.high, "t") if x.far else (y.low, "b")
    above = [Dot(at, edge, text=text, side=side, ink=ink) for at, text in x.ticks]
    beside = [Dot(x.low, at, text=text, side="l", ink=ink) for at, text in y.ticks]
    found = [
        Series(sheet.words("slides.grid"), tuple(grid[:-1]), Line(sheet.look["grid"], 1)),
        Series(sheet.words("slides.axis.x"), tuple(above)),
        Series(sheet.words("slides.axis.y"), tuple(beside)),
    ]
    return [each for each in found if each.dots]


def _glyphs(sheet: Sheet, panel: Panel) -> list[Series]:
    """Signs that are letters, as labels of points that have no other."""
    found = []
    for series in panel.series:
        marked = [dot for dot in series.dots if _base(dot.symbol) in GLYPHS]
        if marked:
            dots = [
                replace(dot, text=GLYPHS[_base(dot.symbol)][_hollow(dot)], side="ctr", ink=dot.colour) for dot in marked
            ]
            found.append(Series(sheet.words("slides.signs"), tuple(dots), letters=0))
    return found


def _base(symbol: str) -> str:
    return symbol.removesuffix("-open")


def _hollow(dot: Dot) -> bool:
    return dot.symbol.endswith("-open")


def _dress(told: Any, written: Written, found: Fit, sheet: Sheet) -> None:
    """Put lines, signs and labels of a series into its element."""
    for tag in ("c:spPr", "c:marker", "c:smooth", "c:dLbls"):
        for old in told.findall(qn(tag)):
            told.remove(old)
    series, ground = written.series, sheet.look["card"]
    parts = [f"<c:spPr>{_joined(series.line, found.scale, ground)}</c:spPr>", *_signs(series.dots, found.scale, ground)]
    texts = {at: _text(dot, written, found) for at, dot in enumerate(series.dots) if dot.text}
    parts += [each for each in (labels(texts, sheet.lang), _above(series)) if each]
    place = list(told).index(told.find(qn("c:tx"))) + 1
    for at, part in enumerate(parts):
        told.insert(place + at, element(part))
    told.append(element('<c:smooth val="0"/>'))


def _joined(line: Line | None, scale: float, ground: str) -> str:
    if line is None:
        return stroke(None)
    return stroke(mixed(line.colour, ground, line.alpha), max(line.width * scale, 0.75), line.dash)


def _text(dot: Dot, written: Written, found: Fit) -> tuple[str, str, Ink]:
    size = dot.size * found.scale * GLYPH if _base(dot.symbol) in GLYPHS and dot.side == "ctr" else written.size
    return (
        dot.text,
        dot.side,
        Ink(size, dot.ink, align="right" if dot.side == "l" else "left" if dot.side == "r" else "center"),
    )


def _signs(dots: Sequence[Dot], scale: float, ground: str) -> list[str]:
    """The sign of all points, and of each that differs."""
    every = [_sign(dot, scale, ground) for dot in dots]
    usual = max(dict.fromkeys(every), key=every.count)
    own = [
        f'<c:dPt><c:idx val="{at}"/>{sign}<c:bubble3D val="0"/></c:dPt>'
        for at, sign in enumerate(every)
        if sign != usual and dots[at].y is not None
    ]
    return [usual, *own]


def _sign(dot: Dot, scale: float, ground: str) -> str:
    """A sign; what is seen through is mixed with the ground, because LibreOffice draws it solid otherwise."""
    form = SYMBOLS.get(_base(dot.symbol))
    if not form or dot.size <= 0:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    size = min(72, max(2, round(dot.size * scale)))
    hollow = _hollow(dot) or dot.colour == ground
    colour = mixed(dot.edge if dot.colour == ground else dot.colour, ground, dot.alpha)
    edge = colour if hollow or dot.edge in ("", dot.colour) else dot.edge
    width = max(dot.width, 1.5 if hollow else 0) * scale
    # LibreOffice draws no edge: a hollow sign that is a little filled is still seen there.
    inside = mixed(colour, ground, TINT) if hollow else colour
    return (
        f'<c:marker><c:symbol val="{form}"/><c:size val="{size}"/><c:spPr>'
        f"{filled(inside)}{stroke(edge if width else None, width)}</c:spPr></c:marker>"
    )


def _above(series: Series) -> str:
    """What reaches above points, to the upper end of a range."""
    if not any(dot.above for dot in series.dots):
        return ""
    every = "".join(f'<c:pt idx="{at}"><c:v>{dot.above}</c:v></c:pt>' for at, dot in enumerate(series.dots))
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f'<c:plus><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(series.dots)}"/>{every}'
        f"</c:numLit></c:plus><c:spPr>{stroke(series.dots[0].colour, 1.2)}</c:spPr></c:errBars>"
    )
