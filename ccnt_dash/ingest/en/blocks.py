"""How is an English text laid out: headings, lead-ins, bullets, sentences?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEADING, LEAD, BULLET, PROSE = "heading", "lead", "bullet", "prose"
# Signs of Markdown and their look; each gives way to as many spaces, so that positions stay.
LINK = re.compile(r"\]\((?:[^()\n]|\\[()]){0,500}\)")
MARK = re.compile(r"[*\[\]\\#>`\u200b\ufeff\xa0\t|]|(?<!\w)_|_(?!\w)")
DASH = str.maketrans({"\u2010": "-", "\u2011": "-", "－": "-", "％": "%", "，": ",", "’": "'", "‘": "'", "„": '"'})
LINE = re.compile(r"[^\n]*\n?")
ITEM = re.compile(r"\s{0,12}(?:[-*•·–—▪◦]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?:\s+|(?=[A-Z])))")
UNFINISHED = re.compile(r"(?:,|\b(?:and|or|of|the|for|to|in|with|on|by|a|an|from))\W*$", re.IGNORECASE)
ENDING = re.compile(r"[.!?:;。；：][\"”'’)\]*\s]*$")
# A sentence ends where a capital, a number or a quotation begins after its stop, but not after an abbreviation.
STOP = re.compile(r"[.!?;][\"”')]?\s+(?=[\s*\[\"“(]*[A-Z0-9“\"])|[。；]")
ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|vs|e\.g|i\.e|approx|ca|est|incl|excl|max|min|resp|Mr|Ms|Dr|St|Co|Ltd|Inc|U\.S|Fig|Art|cf)|\b[A-Z])\.$"
)
LONGEST_HEADING = 260
# No sentence is longer than this; what is comes from a table or from noise, and is read in pieces.
LONGEST_SENTENCE, JOINT = 2000, 300


@dataclass(frozen=True)
class Clause:
    """The stretch of a text that a rule may look at."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A stretch of the masked text and the kind of block it stands in; `first` of its block or not."""

    start: int
    end: int
    kind: str
    first: bool
    indent: int = 0


def masked(text: str) -> str:
    """`text` with spaces for the signs of Markdown: as long as before, so that positions hold."""
    plain = LINK.sub(lambda met: " " * len(met.group()), text.translate(DASH))
    lines = (ITEM.sub(lambda met: met.group().replace("*", "-"), line, count=1) for line in plain.splitlines(True))
    return MARK.sub(" ", "".join(lines))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a masked text in order."""
    found: list[Sentence] = []
    for start, end, indent, item in _joined(text, list(_paragraphs(text))):
        kind = _kind(text[start:end], item)
        for number, (a, b) in enumerate(_short(text, _cut(text, start, end))):
            found.append(Sentence(a, b, kind, number == 0, indent))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Begin, end, indent of paragraphs and items of lists, and whether it is an item."""
    start, indent, item = -1, 0, False
    for met in LINE.finditer(text):
        line = met.group()
        bullet = ITEM.match(line)
        if start >= 0 and (bullet or not line.strip()):
            yield start, met.start(), indent, item
            start = -1
        if start < 0 and line.strip():
            start, indent, item = met.start(), len(line) - len(line.lstrip()), bool(bullet)
            if bullet:
                start += bullet.end()


def _joined(text: str, paragraphs: list[tuple[int, int, int, bool]]) -> Iterator[tuple[int, int, int, bool]]:
    """Paragraphs that a page break cut within a sentence are one."""
    held: tuple[int, int, int, bool] | None = None
    for each in paragraphs:
        if (
            held
            and not each[3]
            and _goes_on(
                text[max(held[0], held[1] - JOINT) : held[1]].strip(),
                text[each[0] : min(each[1], each[0] + JOINT)].strip(),
            )
        ):
            held = (held[0], each[1], held[2], held[3])
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _goes_on(before: str, after: str) -> bool:
    if not before or not after or ENDING.search(before):
        return False
    return after[0].islower() or bool(UNFINISHED.search(before) and not before.endswith(","))


def _kind(text: str, item: bool) -> str:
    plain = text.strip()
    if plain.endswith((":", "：")) or (plain.endswith(",") and not item):
        return LEAD
    if item:
        return BULLET
    if len(plain) <= LONGEST_HEADING and not ENDING.search(plain):
        return HEADING
    return PROSE


def _short(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in pieces:
        begin = start
        while end - begin > LONGEST_SENTENCE:
            until = max(text.rfind(sign, begin + 1, begin + LONGEST_SENTENCE) for sign in "\n ")
            until = until if until > begin else begin + LONGEST_SENTENCE
            yield begin, until
            begin = until
        yield begin, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for met in STOP.finditer(text, start, end):
        if not ABBREVIATION.search(text[max(begin, met.start() - 12) : met.start() + 1]):
            yield begin, met.end()
            begin = met.end()
    if text[begin:end].strip():
        yield begin, end
