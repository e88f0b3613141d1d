"""What can be put on a slide? Texts, surfaces, signs, lines and freeforms, at places in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Pt

from ccnt_dash.look import Look
from ccnt_dash.story.slides.measure import APART, Box
from ccnt_dash.story.slides.pen import Ink, element, filled, paragraphs, stroke
from ccnt_dash.texts import Words
from ccnt_dash.views.paint import PATTERNS

FORMS = {
    "": MSO_SHAPE.RECTANGLE,
    "square": MSO_SHAPE.RECTANGLE,
    "circle": MSO_SHAPE.OVAL,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
}
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
# Freeforms are drawn in hundredths of a point.
FINE = 100
HEAD = '<a:tailEnd type="triangle" w="med" len="med"/>'

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Sheet:
    """A slide that is being filled, in a look and a language; `within` is a group of it, where there is one."""

    slide: Any
    look: Look
    words: Words
    within: Any = None

    @property
    def lang(self) -> str:
        """The language of the slide."""
        return self.words.lang

    @property
    def shapes(self) -> Any:
        """Where new shapes go."""
        return self.slide.shapes if self.within is None else self.within.shapes

    def ink(self, size: float, token: str = "ink", bold: bool = False, align: str = "left") -> Ink:
        """How a text in a colour of the look is written."""
        return Ink(size, self.look[token], bold, align)

    def group(self, name: str) -> Sheet:
        """The same slide, where new shapes go into a group."""
        group = self.shapes.add_group_shape()
        group.name = name
        return Sheet(self.slide, self.look, self.words, group)

    def text(self, text: str, box: Box, ink: Ink, name: str = "", **how: Any) -> Any:
        """A box of text; `how` are its anchor, link, room after a paragraph and whether lines are broken."""
        shape = self.shapes.add_textbox(Pt(box.x), Pt(box.y), Pt(max(box.w, 1)), Pt(max(box.h, 1)))
        shape.name = name or text[:60]
        return self.write(shape, text, ink, **how)

    def write(
        self,
        shape: Any,
        text: str,
        ink: Ink,
        *,
        anchor: str = "top",
        link: str = "",
        after: float = 0,
        broken: bool = True,
    ) -> Any:
        """Write into a shape in place of what stands there."""
        body = shape._element.txBody
        target = self._target(link) if link.startswith("http") else ""
        for old in list(body):
            body.remove(old)
        body.append(
            element(
                f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{ANCHORS[anchor]}" '
                f'wrap="{"square" if broken else "none"}"><a:noAutofit/></a:bodyPr>'
            )
        )
        body.append(element("<a:lstStyle/>"))
        wrapped = element(f"<a:body>{paragraphs(text, ink, self.lang, target, after=after, apart=APART)}</a:body>")
        for paragraph in list(wrapped):
            body.append(paragraph)
        return shape

    def _target(self, link: str) -> str:
        return str(self.slide.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def form(self, kind: str, box: Box, name: str, fill: str, line: str) -> Any:
        """A sign or a surface; `fill` and `line` are parts of its properties."""
        open_form = kind.removesuffix("-open")
        shape = self.shapes.add_shape(FORMS.get(open_form, MSO_SHAPE.OVAL), Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h))
        if open_form == "triangle-down":
            shape.rotation = 180
        return self.dressed(shape, name, fill, line)

    def dressed(self, shape: Any, name: str, fill: str, line: str) -> Any:
        """A shape with a name, a surface and a line of its own, and without those of the theme."""
        shape.name = name
        props = shape._element.spPr
        for tag in ("a:noFill", "a:solidFill", "a:pattFill", "a:ln"):
            for old in props.findall(qn(tag)):
                props.remove(old)
        for part in (fill, line):
            if part:
                props.append(element(part))
        style = shape._element.find(qn("p:style"))
        if style is not None:
            shape._element.remove(style)
        return shape

    def freeform(self, rings: Sequence[Points], closed: bool, name: str, fill: str, line: str) -> Any:
        """A shape of several contours; each is left out that is smaller than a point of the screen would be."""
        kept = [ring for ring in map(_rounded, rings) if len(ring) > (2 if closed else 1)]
        if not kept:
            return None
        pen = Contours.new(self.shapes, *kept[0][0], Pt(1) / FINE, Pt(1) / FINE)
        for at, ring in enumerate(kept):
            if at:
                pen.move_to(*ring[0])
            pen.add_line_segments(ring[1:], close=closed)
        return self.dressed(pen.convert_to_shape(), name, fill, line)

    def arrow(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, name: str, width: float = 2.5
    ) -> Any:
        """A line with a head."""
        begin_x, begin_y, end_x, end_y = (Pt(value) for value in (*start, *end))
        shape = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, begin_x, begin_y, end_x, end_y)
        return self.dressed(shape, name, "", stroke(colour, width, ends=HEAD))

    def swatch(self, sign: dict[str, str], box: Box) -> Any:
        """What a colour, a pattern or a sign of a legend looks like."""
        fill = sign["colour"] or self.look["muted"]
        pattern = PATTERNS.get(sign["pattern"], "")
        surface = filled(fill, pattern=pattern, lines=self.look["hatch"])
        return self.form(sign["marker"], box, sign["label"], surface, stroke(self.look["line"], 0.75))


class Contours(FreeformBuilder):
    """A freeform that looks for its left top corner once, when all is drawn, and not anew for every point."""

    @cached_property
    def shape_offset_x(self) -> Any:
        """Its left edge, in the units it is drawn in."""
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Any:
        """Its upper edge, in the units it is drawn in."""
        return super().shape_offset_y


def _rounded(points: Points) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(x * FINE), round(y * FINE))
        if not found or point != found[-1]:
            found.append(point)
    if len(found) > 1 and found[0] == found[-1]:
        found.pop()
    return found
