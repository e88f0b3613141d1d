"""How are words, surfaces and lines written down as DrawingML? Every run names its fonts and its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

# Fonts that every office program has or replaces well: of Latin letters, and of Chinese signs.
LATIN, CHINESE = "Arial", "Microsoft YaHei"
TONGUES = {"en": "en-GB", "zh": "zh-CN"}
HAN = re.compile(r"[\u3400-\u9fff]")
HEX = re.compile(r"#([0-9a-fA-F]{6})$")
CLEAR = re.compile(r"rgba\(.*,\s*0(\.0*)?\)$")
DASHES = {"dash": "dash", "dot": "sysDot", "dashdot": "dashDot", "longdash": "lgDash"}
SPACES = nsdecls("a", "c", "p", "r")
# A pattern as Plotly names it -> as DrawingML does.
PATTERNS = {"/": "wdUpDiag", "\\": "wdDnDiag", "-": "narHorz", "|": "narVert", "x": "diagCross"}
ALIGNED = {"left": "l", "right": "r", "center": "ctr"}


@dataclass(frozen=True)
class Ink:
    """How a text is written: size in points, colour (#rrggbb), weight and side."""

    size: float
    colour: str
    bold: bool = False
    align: str = "left"


def element(xml: str) -> Any:
    """An element of what stands in `xml`, whose prefixes are those of presentations and charts."""
    head = xml[1:].split(" ", 1)[0].split(">", 1)[0].rstrip("/")
    return parse_xml(f"<{head} {SPACES}{xml[len(head) + 1 :]}")


def colour(value: str, alpha: float = 1.0) -> str:
    """A colour #rrggbb with its opacity."""
    found = HEX.match(value)
    if not found:
        raise ValueError(f"colour is {value!r}; it should be #rrggbb")
    through = f'<a:alpha val="{round(alpha * 100_000)}"/>' if alpha < 1 else ""
    return f'<a:srgbClr val="{found.group(1).upper()}">{through}</a:srgbClr>'


def mixed(one: str, other: str, share: float) -> str:
    """A share of one colour, the rest of another."""
    if share >= 1 or not HEX.match(one) or not HEX.match(other):
        return one
    parts = (int(one[at : at + 2], 16) * share + int(other[at : at + 2], 16) * (1 - share) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def clear(value: str) -> bool:
    """Is a colour one that is not seen?"""
    return bool(CLEAR.match(value))


def filled(value: str | None, alpha: float = 1.0, pattern: str = "", lines: str = "") -> str:
    """A surface in a colour, with a pattern of lines in another, or none."""
    if not value or clear(value):
        return "<a:noFill/>"
    if pattern in PATTERNS and lines:
        return (
            f'<a:pattFill prst="{PATTERNS[pattern]}"><a:fgClr>{colour(lines)}</a:fgClr>'
            f"<a:bgClr>{colour(value)}</a:bgClr></a:pattFill>"
        )
    return f"<a:solidFill>{colour(value, alpha)}</a:solidFill>"


def stroke(value: str | None, width: float = 0.75, dash: str = "", alpha: float = 1.0, ends: str = "") -> str:
    """A line of some points, or none; `ends` are its ends."""
    if not value or clear(value) or width <= 0:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{DASHES[dash]}"/>' if dash in DASHES else ""
    return (
        f'<a:ln w="{Pt(width)}" cap="{"flat" if dashed or ends != "round" else "rnd"}">'
        f"<a:solidFill>{colour(value, alpha)}</a:solidFill>{dashed}<a:round/>"
        f"{ends if ends.startswith('<') else ''}</a:ln>"
    )


def properties(ink: Ink, lang: str, tag: str = "a:rPr", link: str = "") -> str:
    """What a run of text looks like; `lang` is en or zh."""
    other = TONGUES["en" if lang == "zh" else "zh"]
    size = round(ink.size * 10) * 10
    clicked = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return (
        f'<{tag} lang="{TONGUES[lang]}" altLang="{other}" sz="{size}" b="{int(ink.bold)}">'
        f"<a:solidFill>{colour(ink.colour)}</a:solidFill>{fonts()}{clicked}</{tag}>"
    )


def fonts() -> str:
    """The fonts of Latin letters and of Chinese signs."""
    every = (("latin", LATIN), ("ea", CHINESE), ("cs", LATIN))
    return "".join(f"<a:{name} typeface={quoteattr(font)}/>" for name, font in every)


def tongue(text: str, lang: str) -> str:
    """The language of a text on slides in `lang`: names of documents may be Chinese on English ones."""
    return "zh" if HAN.search(text) else "en" if lang == "en" else lang


def paragraphs(text: str, ink: Ink, lang: str, link: str = "", *, after: float = 0.0, apart: float = 0.0) -> str:
    """The lines of a text as paragraphs, `after` points between them.

    Lines are `apart` times their size from each other, whatever the font; as the font has it where that is 0.
    """
    pitch = f'<a:lnSpc><a:spcPts val="{round(ink.size * apart * 100)}"/></a:lnSpc>' if apart else ""
    space = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>' if after else ""
    props = f'<a:pPr algn="{ALIGNED[ink.align]}">{pitch}{space}</a:pPr>'
    return "".join(
        f"<a:p>{props}<a:r>{properties(ink, tongue(line, lang), link=link)}<a:t>{escape(line)}</a:t></a:r></a:p>"
        if line
        else f"<a:p>{props}{properties(ink, lang, 'a:endParaRPr')}</a:p>"
        for line in text.split("\n")
    )


def defaults(ink: Ink, lang: str, name: str = "c:txPr", turned: bool = False) -> str:
    """How the texts of a part of a chart look."""
    props = properties(ink, lang, "a:defRPr")
    return (
        f'<{name}><a:bodyPr rot="{-5400000 if turned else 0}" vert="horz" wrap="none"/><a:lstStyle/>'
        f'<a:p><a:pPr>{props}</a:pPr><a:endParaRPr lang="{TONGUES[lang]}"/></a:p></{name}>'
    )


def plain(text: str) -> str:
    """A text of a figure without its tags: `<br>` breaks a line, `<b>` is left out."""
    return re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>", "\n", text)).replace("\u202f", "\u00a0")
