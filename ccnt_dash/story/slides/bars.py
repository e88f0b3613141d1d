"""How do bars become native bar charts, whose numbers can be edited?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from ccnt_dash.look import Look
from ccnt_dash.story.slides.axis import number
from ccnt_dash.story.slides.chart import added, labels, placed, shown
from ccnt_dash.story.slides.fit import SCALES, Fit
from ccnt_dash.story.slides.measure import APART, Box, width
from ccnt_dash.story.slides.panel import Panel, each_of
from ccnt_dash.story.slides.pen import defaults, element, filled, plain, stroke
from ccnt_dash.story.slides.sheet import Sheet

AXES = (50_030, 50_040)
# The widest that names of bars may stand, as a share of the frame.
BESIDE = 0.42
# Room between bars behind points, in hundredths of a bar.
GAP = 80


@dataclass(frozen=True)
class Bar:
    """A bar: its name and number, its label, and its surface and edge as parts of its properties."""

    name: str
    value: float | None
    text: str
    surface: str
    edge: str


def bars(sheet: Sheet, figure: dict[str, Any], frame: Box, names: tuple[str, str]) -> Any:
    """One trace of level bars as a native chart, the first bar below."""
    every = _bars(figure, sheet.look)
    size = _size(figure, every, frame)
    data = CategoryChartData(number_format="#,##0.##" if any(_broken(bar.value) for bar in every) else "#,##0")
    data.categories = [bar.name for bar in every]
    data.add_series(names[0], [bar.value for bar in every])
    chart = added(sheet, XL_CHART_TYPE.BAR_CLUSTERED, data, frame, names)
    left = max(width(bar.name, size) for bar in every) + 10
    right = max(width(bar.text, size) for bar in every) + 12
    placed(chart, Box(frame.x + left, frame.y, frame.w - left - right, frame.h), frame)
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    plot = area.find(qn("c:barChart"))
    _dress(plot.find(qn("c:ser")), every, size, sheet)
    gap = figure["layout"].get("bargap", 0.3)
    finish(area, _ends(figure, every), round(100 * gap / (1 - gap)), sheet, size=size, named=True)
    return chart


def beneath(sheet: Sheet, panel: Panel, found: Fit, names: tuple[str, str]) -> None:
    """The bars of a panel that has points too, as a chart of its own behind these, one for each text of the axis."""
    lanes = sorted(panel.y.ticks, key=lambda each: panel.y.share(each[0]))
    box = found.of(panel)
    lane = box.h / (panel.y.ends[1] - panel.y.ends[0])
    top = box.bottom - panel.y.share(lanes[-1][0]) * box.h - lane / 2
    place = Box(box.x, top, box.w, lane * len(lanes))
    for series in panel.series:
        if series.bar:
            values = {dot.y: dot.x for dot in series.dots}
            data = CategoryChartData(number_format="General")
            data.categories = [text for _, text in lanes]
            data.add_series(names[0], [values.get(at) for at, _ in lanes])
            chart = added(sheet, XL_CHART_TYPE.BAR_CLUSTERED, data, place, names)
            placed(chart, place, place)
            area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
            told = area.find(qn("c:barChart")).find(qn("c:ser"))
            _surfaced(told, [f"<c:spPr>{filled(series.bar)}</c:spPr>", '<c:invertIfNegative val="0"/>'])
            finish(area, panel.x.ends, GAP, sheet, size=found.size, named=False)
            if panel.x.grid and not panel.x.ticks:
                _ruled(area.find(qn("c:valAx")), panel.x.unit, sheet.look["grid"])


def _ruled(axis: Any, unit: float, colour: str) -> None:
    """Lines of a grid behind bars, at every so many."""
    axis.find(qn("c:axPos")).addnext(
        element(f"<c:majorGridlines><c:spPr>{stroke(colour, 0.75)}</c:spPr></c:majorGridlines>")
    )
    axis.append(element(f'<c:majorUnit val="{unit:.10g}"/>'))


def _surfaced(told: Any, parts: list[str]) -> None:
    """Put parts into the element of a series, in place of its own."""
    for tag in ("c:spPr", "c:invertIfNegative", "c:dLbls"):
        for old in told.findall(qn(tag)):
            told.remove(old)
    place = list(told).index(told.find(qn("c:tx"))) + 1
    for at, part in enumerate(parts):
        told.insert(place + at, element(part))


def _bars(figure: dict[str, Any], look: Look) -> list[Bar]:
    (trace,) = figure["data"]
    n = len(trace["x"])
    marker = trace["marker"]
    ticks = figure["layout"].get("yaxis", {})
    named = dict(zip(ticks.get("tickvals", ()), ticks.get("ticktext", ()), strict=True))
    line, pattern = marker.get("line", {}), marker.get("pattern", {})
    told = zip(
        trace["x"],
        trace["y"],
        each_of(trace.get("text"), n),
        each_of(marker["color"], n),
        each_of(marker.get("opacity", 1.0), n),
        each_of(pattern.get("shape", ""), n),
        each_of(line.get("color"), n),
        each_of(line.get("width", 0), n),
        strict=True,
    )
    found = []
    for x, y, text, colour, alpha, shape, edge, wide in told:
        label = plain(text or "").strip()
        # A bar that only holds the pattern of a reason has no number.
        value = None if shape and not label else number(x)
        surface = filled(colour, alpha, shape, pattern.get("fgcolor", look["hatch"]))
        found.append(
            (y, Bar(plain(str(named.get(y, y))), value, label, surface, stroke(edge if wide >= 1 else None, wide)))
        )
    return [bar for _, bar in (sorted(found, key=lambda each: each[0]) if named else found)]


def _broken(value: float | None) -> bool:
    return value is not None and value != round(value)


def _ends(figure: dict[str, Any], every: list[Bar]) -> tuple[float, float]:
    """From where the figure begins to the longest bar: the room for labels is left beside them."""
    low = figure["layout"].get("xaxis", {}).get("range", [0])[0]
    return float(low), max([bar.value for bar in every if bar.value is not None], default=0.0) or float(low) + 1


def _size(figure: dict[str, Any], every: list[Bar], frame: Box) -> float:
    """The largest letters in which names neither touch nor take more than their share of the frame."""
    nominal = float(figure["layout"]["template"]["layout"]["font"]["size"])
    for scale in SCALES:
        size = nominal * scale
        wide = max(width(bar.name, size) for bar in every)
        if size * APART * len(every) <= frame.h and wide <= BESIDE * frame.w:
            return size
    return nominal * SCALES[-1]


def _dress(told: Any, every: list[Bar], size: float, sheet: Sheet) -> None:
    points = [
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{bar.surface}{bar.edge}</c:spPr></c:dPt>"
        for at, bar in enumerate(every)
    ]
    first = f"<c:spPr>{every[0].surface}</c:spPr>"
    _surfaced(told, [first, '<c:invertIfNegative val="0"/>', *points, _labels(every, size, sheet)])


def _labels(every: list[Bar], size: float, sheet: Sheet) -> str:
    """The numbers themselves where labels say no more, so that they follow when a number is edited."""
    ink = sheet.ink(size)
    if all(bar.value is not None and bar.text == sheet.words.number(bar.value) for bar in every):
        return (
            '<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
            f'{defaults(ink, sheet.lang)}<c:dLblPos val="outEnd"/>{shown(True)}</c:dLbls>'
        )
    return labels({at: (bar.text, "outEnd", ink) for at, bar in enumerate(every) if bar.text}, sheet.lang)


def finish(area: Any, ends: tuple[float, float], gap: int, sheet: Sheet, *, size: float, named: bool) -> None:
    """Axes of a chart of bars: names of the bars where `named`, no numbers, for each bar has its own."""
    for tag in ("c:catAx", "c:valAx"):
        for old in area.findall(qn(tag)):
            area.remove(old)
    plot = area.find(qn("c:barChart"))
    for tag in ("c:gapWidth", "c:varyColors"):
        for old in plot.findall(qn(tag)):
            plot.remove(old)
    plot.find(qn("c:grouping")).addnext(element('<c:varyColors val="0"/>'))
    after = next(each for each in plot if each.tag in (qn("c:overlap"), qn("c:axId")))
    after.addprevious(element(f'<c:gapWidth val="{gap}"/>'))
    for at, old in zip(AXES, plot.findall(qn("c:axId")), strict=True):
        old.set("val", str(at))
    area.append(
        element(
            f'<c:catAx><c:axId val="{AXES[0]}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
            f'<c:delete val="{int(not named)}"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
            f"<c:spPr>{stroke(None)}</c:spPr>{defaults(sheet.ink(size), sheet.lang)}"
            f'<c:crossAx val="{AXES[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
            f'<c:lblOffset val="40"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )
    )
    low, high = ends
    area.append(
        element(
            f'<c:valAx><c:axId val="{AXES[1]}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high:.10g}"/>'
            f'<c:min val="{low:.10g}"/></c:scaling><c:delete val="1"/><c:axPos val="b"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{AXES[0]}"/>'
            f'<c:crosses val="min"/><c:crossBetween val="between"/></c:valAx>'
        )
    )
