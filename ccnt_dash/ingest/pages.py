"""Which lines of a document say what it is, without page numbers, lists of contents and empty lines?"""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDE = str.maketrans("０１２３４５６７８９（）［］－：，\u3000", "0123456789()[]-:, ")
# A page number, alone or between dashes; a line of a table of contents; a line that only says where the text begins.
PAGE = re.compile(r"^[-—–一\s]*(?:\d{1,4}|[IVXivx]{1,6})[-—–一\s]*$|^[-—–\s.·…]+$")
CONTENTS = re.compile(r"[.…·]{4,}\s*-?\s*\d*\s*-?$")
INNER = re.compile(r"(?<=[㐀-鿿“”、〔〕（）《》]) +(?=[㐀-鿿“”、〔〕（）《》0-9])|(?<=[0-9]) +(?=[㐀-鿿])")


@dataclass(frozen=True)
class Line:
    """A line of a document: what it says without spaces between Chinese signs, and where it stands in the text."""

    text: str
    start: int


def lines(text: str, begin: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text` between two positions that say something, in order. Full-width digits become plain ones."""
    found = []
    at = begin
    for raw in text[begin:end].split("\n"):
        plain = raw.translate(WIDE).strip(" \t\r\f\xa0#*")
        if plain and not PAGE.match(plain) and not CONTENTS.search(plain):
            found.append(Line(plain, at))
        at += len(raw) + 1
    return found


def tight(text: str) -> str:
    """`text` without the spaces that printing put between Chinese signs."""
    return INNER.sub("", text)
