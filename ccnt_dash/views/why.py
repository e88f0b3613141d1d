"""Why was a policy found: in which of its texts do the words of the search stand, and where there?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.terms import marked
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row

FIELDS = ("title", "summary", "target", "quote", "indicator", "issuer", "place")
MOST = 2
# Signs of a snippet, and those of it before the first word that is marked.
LENGTH, BEFORE = 110, 30
Part = tuple[str, bool]


def title(row: Row, words: Words) -> list[Part]:
    """The title in pieces, each with whether it is what was searched for."""
    text = words.of(row, "title")
    return _pieces(text, [(begin, end) for begin, end, _ in marked(text, row["asked"])])


def reasons(row: Row, words: Words) -> list[dict[str, Any]]:
    """The texts that show, beside the title, what was searched for: field, language and snippet in pieces.

    Each shows most of what those before it don't; texts in the reader's language come first among equals.
    """
    missing = {part for part in row["asked"] if not part.startswith("+")}
    missing -= _shown(words.of(row, "title"), row["asked"])
    texts = sorted(row["texts"] or [], key=lambda each: _rank(each, words.lang))
    shown = [_shown(each["text"], row["asked"]) for each in texts]
    told: list[dict[str, Any]] = []
    while len(told) < MOST and any(parts & missing for parts in shown):
        at = max(range(len(texts)), key=lambda at: len(shown[at] & missing))
        missing -= shown[at]
        told.append(_reason(texts[at], row["asked"], words))
    return told


def _reason(each: Row, asked: list[str], words: Words) -> dict[str, Any]:
    return {"field": words(f"why.{each['field']}"), "lang": each["lang"], "parts": snippet(each["text"], asked)}


def snippet(text: str, asked: list[str]) -> list[Part]:
    """The stretch of a text around the first word that was searched for."""
    marks = [(begin, end) for begin, end, _ in marked(text, asked)]
    first = max(0, marks[0][0] - BEFORE) if marks else 0
    first = 0 if len(text) <= LENGTH else first
    first = text.find(" ", first, marks[0][0]) + 1 or first if first else 0
    last = min(len(text), first + LENGTH)
    within = [(begin - first, min(end, last) - first) for begin, end in marks if begin < last]
    pieces = _pieces(text[first:last], within)
    return [*([("… ", False)] if first else []), *pieces, *([(" …", False)] if last < len(text) else [])]


def _shown(text: str, asked: list[str]) -> set[str]:
    """The parts of a question that stand in a text, whether or not another overlaps them there."""
    return {part for part in asked if marked(text, [part])}


def _rank(each: Row, lang: str) -> tuple[bool, int, str]:
    return each["lang"] != lang, FIELDS.index(each["field"]), each["text"]


def _pieces(text: str, marks: list[tuple[int, int]]) -> list[Part]:
    pieces, at = [], 0
    for begin, end in _joined(marks):
        pieces += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    return [(piece, hit) for piece, hit in [*pieces, (text[at:], False)] if piece]


def _joined(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks that touch become one."""
    joined: list[tuple[int, int]] = []
    for begin, end in marks:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
