"""What is alike in all native charts? Their frame, their axes, their labels."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from ccnt_dash.story.slides.axis import Axis
from ccnt_dash.story.slides.measure import Box
from ccnt_dash.story.slides.pen import Ink, defaults, element, filled, paragraphs, stroke
from ccnt_dash.story.slides.sheet import Sheet

SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def added(sheet: Sheet, kind: XL_CHART_TYPE, data: Any, frame: Box, names: tuple[str, str]) -> Any:
    """A native chart in a frame, without title, legend and ground; `names` are its name and what it shows."""
    shape = sheet.shapes.add_chart(kind, Pt(frame.x), Pt(frame.y), Pt(frame.w), Pt(frame.h), data)
    shape.name = names[0][:120]
    shape._element.nvGraphicFramePr.cNvPr.set("descr", names[1])
    space = shape.chart._chartSpace
    for tag in ("c:txPr", "c:spPr", "c:roundedCorners"):
        for old in space.findall(qn(tag)):
            space.remove(old)
    space.insert(int(space.find(qn("c:date1904")) is not None), element('<c:roundedCorners val="0"/>'))
    chart = space.find(qn("c:chart"))
    after = list(space).index(chart) + 1
    space.insert(after, element(f"<c:spPr>{filled(None)}{stroke(None)}</c:spPr>"))
    space.insert(after + 1, element(defaults(sheet.ink(12), sheet.lang)))
    for tag in ("c:title", "c:autoTitleDeleted", "c:legend"):
        for old in chart.findall(qn(tag)):
            chart.remove(old)
    chart.insert(0, element('<c:autoTitleDeleted val="1"/>'))
    return shape.chart


def placed(chart: Any, inner: Box, frame: Box) -> None:
    """Put what lies between the axes into a part of the frame, to the point."""
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    shares = (
        ("x", (inner.x - frame.x) / frame.w),
        ("y", (inner.y - frame.y) / frame.h),
        ("w", inner.w / frame.w),
        ("h", inner.h / frame.h),
    )
    values = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in shares)
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area.insert(0, element(f"<c:layout><c:manualLayout>{modes}{values}</c:manualLayout></c:layout>"))


def labels(texts: dict[int, tuple[str, str, Ink]], lang: str) -> str:
    """Labels of the points that have one: number of the point -> text, side and ink."""
    if not texts:
        return ""
    every = "".join(_label(at, *told, lang) for at, told in texts.items())
    return f"<c:dLbls>{every}{shown(False)}</c:dLbls>"


def _label(at: int, text: str, side: str, ink: Ink, lang: str) -> str:
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none" lIns="38100" tIns="0" rIns="38100" bIns="0"/>'
        f"<a:lstStyle/>{paragraphs(text, ink, lang)}</c:rich></c:tx>"
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="{side}"/>{shown(True)}</c:dLbl>'
    )


def shown(value: bool) -> str:
    """Is the value of a point shown, or nothing of it?"""
    return "".join(f'<c:show{name} val="{int(value and name == "Val")}"/>' for name in SHOWN)


def scale(axis: Axis, place: str, ids: tuple[int, int], *, other: Axis, sheet: Sheet, size: float) -> Any:
    """A native axis of numbers at a place (b, l, t, r); one with texts of its own, or none, is not drawn."""
    drawn = axis.shown and not axis.ticks
    low, high = axis.ends
    grid = f"<c:majorGridlines><c:spPr>{stroke(sheet.look['grid'], 0.75)}</c:spPr></c:majorGridlines>"
    turns = "max" if axis.far != other.backwards else "min"
    return element(
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="{"maxMin" if axis.backwards else "minMax"}"/>'
        f'<c:max val="{high:.10g}"/><c:min val="{low:.10g}"/></c:scaling><c:delete val="{int(not drawn)}"/>'
        f'<c:axPos val="{place}"/>{grid if axis.grid and not axis.ticks else ""}'
        f"{titled(axis, sheet, size) if drawn else ''}"
        f'<c:numFmt formatCode={quoted(axis.form)} sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(None)}</c:spPr>{defaults(sheet.ink(size), sheet.lang)}"
        f'<c:crossAx val="{ids[1]}"/><c:crosses val="{turns}"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{axis.unit:.10g}"/></c:valAx>'
    )


def titled(axis: Axis, sheet: Sheet, size: float) -> str:
    """The title of an axis, in the corner of the frame at its side."""
    if not axis.title:
        return ""
    told = paragraphs(axis.title, sheet.ink(size, "muted"), sheet.lang)
    place = f'<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.01"/><c:y val="{0.005 if axis.far else 0.94}"/>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{told}</c:rich></c:tx>"
        f'<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )


def quoted(text: str) -> str:
    """A text as the value of an attribute."""
    return '"' + escape(text, {'"': "&quot;"}) + '"'
