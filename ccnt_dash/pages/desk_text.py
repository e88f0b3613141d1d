"""How does the desk show a document: a stretch of its text, with what was found marked by its state?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ccnt_dash.pages.written import inside, tag
from ccnt_dash.review.desk import WAITING, Case, Dossier
from ccnt_dash.texts import LANGUAGES, Words

# Signs of a stretch: two or three screens, so that a document of 200 pages is as quick as a newsletter.
STRETCH = 5_000
# Title pages of PDF files are mostly empty lines; one says as much as ten.
GAPS = re.compile(r"\n(?:[^\S\n]*\n){2,}")
# Each state has a sign and, in review.css, a line of its own, so that nobody has to tell colours apart.
SIGNS = {"waiting": "?", "accepted": "✓", "rejected": "✗"}


@dataclass(frozen=True)
class Stretch:
    """A part of a text, from `begin` to `end`; `number` counts from 0 of `of`."""

    number: int
    of: int
    begin: int
    end: int


def stretches(text: str) -> list[Stretch]:
    """The text cut at ends of lines into parts of about the same length."""
    cuts = [0]
    while len(text) - cuts[-1] > STRETCH * 3 // 2:
        ideal = cuts[-1] + STRETCH
        line = text.find("\n", ideal, ideal + STRETCH // 2)
        cuts.append(line + 1 if line >= 0 else ideal)
    cuts.append(len(text))
    return [Stretch(at, len(cuts) - 1, *pair) for at, pair in enumerate(pairwise(cuts))]


def stretch(text: str, position: int, wanted: int | None = None) -> Stretch:
    """The part of that number, or the one that `position` lies in."""
    parts = stretches(text)
    if wanted is not None and 0 <= wanted < len(parts):
        return parts[wanted]
    return next((each for each in parts if each.begin <= position < each.end), parts[0])


def shown(
    dossier: Dossier, current: Case | None, part: Stretch, address: Callable[[Case], str], words: Words
) -> Markup:
    """The part of the text as HTML; `address` says where a case is."""
    text = dossier.item.text
    cases = [each for each in dossier.cases if _within(each, part)]
    edges = sorted({part.begin, part.end, *(edge for each in cases for edge in _edges(each, part))})
    pieces = []
    for begin, end in pairwise(edges):
        pieces += [
            _flag(each, current is not None and current.id == each.id, dossier.cases.index(each), address(each), words)
            for each in cases
            if _edges(each, part)[0] == begin
        ]
        covering = [each for each in cases if each.start <= begin and _end(each) >= end]
        pieces.append(_piece(text, begin, end, covering, current))
    return tag("div", *pieces, class_="text", lang=LANGUAGES.get(dossier.item.document.language, "zh-CN"))


def _within(case: Case, part: Stretch) -> bool:
    return case.candidate is not None and case.start < part.end and _end(case) > part.begin


def _end(case: Case) -> int:
    return case.candidate.end if case.candidate else -1


def _edges(case: Case, part: Stretch) -> tuple[int, int]:
    return max(part.begin, case.start), min(part.end, _end(case))


def _flag(case: Case, here: bool, number: int, address: str, words: Words) -> Markup:
    state = words(f"desk.state.{case.state}")
    return tag(
        "a",
        f"{number}{SIGNS[case.state]}",
        href=address,
        class_=f"flag {case.state}",
        id="here" if here else None,
        aria_current="true" if here else None,
        aria_label=words("desk.flag", n=number, state=state),
    )


def _piece(text: str, begin: int, end: int, covering: Sequence[Case], current: Case | None) -> Markup:
    said = text[begin:end]
    if not covering:
        return inside([GAPS.sub("\n\n", said)])
    here = next((each for each in covering if current and each.id == current.id), None)
    top = here or next((each for each in covering if each.state == WAITING), covering[0])
    content = _figured(said, begin, top) if here else [said]
    return tag("mark", *content, class_=f"{top.state}{' here' if here else ''}")


def _figured(said: str, begin: int, case: Case) -> list[Markup | str]:
    """The number itself stands out."""
    figure = case.candidate.figure if case.candidate else -1
    at = figure - begin
    if figure < 0 or not 0 <= at < len(said):
        return [said]
    end = at + 1
    while end < len(said) and (said[end].isdigit() or said[end] in ".,，．"):
        end += 1
    return [said[:at], tag("strong", said[at:end]), said[end:]]
