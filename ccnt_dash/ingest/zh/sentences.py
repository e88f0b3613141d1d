"""Where do the sentences of a Chinese document begin and end, and under which headings do they stand?"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from ccnt_dash.ingest.clean import Clean

_LEVELS = (
    re.compile(r"第[一二三四五六七八九十百\d]{1,4}[章篇]"),
    re.compile(
        r"第[一二三四五六七八九十百\d]{1,4}节|[一二三四五六七八九十]{1,3}、(?![二三四五六]{1,2}[星级类次产线期])"
    ),
    re.compile(r"（[一二三四五六七八九十\d]{1,3}）|专栏"),
    re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.．、](?!\d)|\d{1,2}[.．]\d{1,2}(?![\d%])"),
    re.compile(r"——|[①-⑳●•◆■★▲▪·]"),
)
_SENTENCE = re.compile(r"[^。！？]{1,1200}[。！？”）]{0,3}")
_BOOK = re.compile(r"《[^《》\n]{1,80}》|〔[^〔〕\n]{1,12}〕[^，。；]{0,8}号")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a clean text, beginning at `start`.

    `text` has the names of documents blanked out; `headings` are the words of those it stands under, highest first;
    `paragraph` counts paragraphs, `section` the stretches under one heading.
    """

    text: str
    start: int
    headings: tuple[str, ...]
    paragraph: int
    section: int


def level(line: str) -> int:
    """How high a line stands by its numbering (0 highest); -1 for one without."""
    return next((number for number, mark in enumerate(_LEVELS) if mark.match(line)), -1)


def sentences(clean: Clean) -> list[Sentence]:
    """All sentences of the running text, tables left out."""
    found: list[Sentence] = []
    trail: dict[int, str] = {}
    section = 0
    for paragraph, (start, line) in enumerate(_paragraphs(clean)):
        depth = level(line)
        if 0 <= depth < len(_LEVELS) - 1:
            trail = {each: words for each, words in trail.items() if each < depth}
            trail[depth] = _heading(line)
            section += 1
        headings = tuple(trail[each] for each in sorted(trail))
        for met in _SENTENCE.finditer(line):
            if met.group().strip():
                text = _BOOK.sub(lambda book: "\x01" * len(book.group()), met.group())
                found.append(Sentence(text, start + met.start(), headings, paragraph, section))
    return found


def _heading(line: str) -> str:
    """The words of a heading that stands alone, or of the one a paragraph begins with."""
    if len(line) <= 40 and not re.search(r"[，。；]", line):
        return line
    return re.split(r"[，。；：]", line[:40])[0]


def _paragraphs(clean: Clean) -> list[tuple[int, str]]:
    found, at = [], 0
    tables = deque(clean.tables)
    for line in clean.text.split("\n"):
        inside = bool(tables) and tables[0][0] <= at < tables[0][1]
        if line.strip() and not inside:
            found.append((at, line))
        at += len(line) + 1
        while tables and tables[0][1] < at:
            tables.popleft()
    return found
