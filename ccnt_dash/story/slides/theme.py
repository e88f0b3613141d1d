"""What do all slides of a file have in common? Size, colours, fonts, title and slide number."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from ccnt_dash.look import Look
from ccnt_dash.story.slides.measure import Box
from ccnt_dash.story.slides.pen import CHINESE, LATIN, TONGUES, colour, element

WIDTH, HEIGHT, EDGE = 960.0, 540.0, 40.0
TITLE = Box(EDGE, 24, WIDTH - 2 * EDGE, 44)
NUMBER = Box(WIDTH - EDGE - 40, HEIGHT - 24, 40, 14)
LAYOUT = "Title Only"
# Slots of a theme -> tokens of the look: of a light theme; a dark one swaps the grounds and inks.
SLOTS = {
    "dk1": "ink", "lt1": "card", "dk2": "muted", "lt2": "paper", "accent1": "seq-5", "accent2": "series-2",
    "accent3": "accent", "accent4": "series-4", "accent5": "series-5", "accent6": "series-6", "hlink": "provincial",
    "folHlink": "muted",
}  # fmt: skip
SWAPPED = {"dk1": "card", "lt1": "ink", "dk2": "paper", "lt2": "muted"}
MAPPED = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}


def blank(look: Look, theme: str) -> Any:
    """A presentation without slides, 16:9, in a look."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name != LAYOUT:
            made.slide_layouts.remove(layout)
    master = made.slide_master
    _coloured(master.part.part_related_by(RELATIONSHIP_TYPE.THEME), look, theme)
    if theme == "dark":
        for name, slot in MAPPED.items():
            master._element.find(qn("p:clrMap")).set(name, slot)
    for holder in (master, made.slide_layouts[0]):
        _placed(holder)
    _titled(master._element, look)
    return made


def _coloured(part: Any, look: Look, theme: str) -> None:
    """Put colours and fonts into the theme; it is kept as text because nothing reads it as more."""
    xml = part.blob.decode("utf-8")
    slots = SLOTS | (SWAPPED if theme == "dark" else {})
    colours = "".join(f"<a:{slot}>{colour(look[token])}</a:{slot}>" for slot, token in slots.items())
    xml = re.sub(r"(<a:clrScheme[^>]*>).*?(</a:clrScheme>)", rf"\g<1>{colours}\g<2>", xml, flags=re.DOTALL)
    fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/><a:cs typeface="{LATIN}"/>'
    for name in ("major", "minor"):
        pattern = rf"(<a:{name}Font>).*?(</a:{name}Font>)"
        xml = re.sub(pattern, rf"\g<1>{fonts}\g<2>", xml, flags=re.DOTALL)
    part._blob = xml.encode("utf-8")


def _placed(holder: Any) -> None:
    """Title and slide number where they stand on every slide; no date and no footer, the sources stand there."""
    for shape in list(holder.placeholders):
        kind = shape._element.find(f".//{qn('p:ph')}").get("type")
        if kind in ("dt", "ftr"):
            shape._element.getparent().remove(shape._element)
            continue
        box = {"title": TITLE, "sldNum": NUMBER}.get(kind, Box(EDGE, 90, WIDTH - 2 * EDGE, 390))
        shape.left, shape.top, shape.width, shape.height = (Pt(each) for each in (box.x, box.y, box.w, box.h))


def _titled(master: Any, look: Look) -> None:
    style = master.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    level = style.find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    for run in level.findall(qn("a:defRPr")):
        run.set("sz", "2800")
        run.set("b", "1")


def numbered(slide: Any, lang: str, token: str) -> None:
    """Put the slide number into the corner, as a field that follows when slides are moved."""
    size, fill = "1000", f"<a:solidFill>{colour(token)}</a:solidFill>"
    fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/>'
    box = "".join(f'{name}="{value}" ' for name, value in (("x", Pt(NUMBER.x)), ("y", Pt(NUMBER.y))))
    reach = f'cx="{Pt(NUMBER.w)}" cy="{Pt(NUMBER.h)}"'
    at = max(int(each.get("id")) for each in slide._element.iter(qn("p:cNvPr"))) + 1
    slide.shapes._spTree.append(
        element(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            f'</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
            f"<a:off {box}/><a:ext {reach}/></a:xfrm></p:spPr><p:txBody>"
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/>'
            f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{TONGUES[lang]}" '
            f'sz="{size}">{fill}{fonts}</a:rPr><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
        )
    )
