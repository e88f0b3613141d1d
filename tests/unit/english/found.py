"""How do tests ask what is found in an English text?"""

from __future__ import annotations

from functools import cache

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.en.reader import Reader
from ccnt_dash.settings import ROOT


@cache
def reader() -> Reader:
    return Reader(ROOT / "data")


def read(text: str, region: str = "", title: str = "", published: str = "2024-06") -> list[Candidate]:
    """All candidates, whose quotes are those of the text."""
    found = reader().found(Source("a.txt", text, "en", region, title, published))
    for each in found:
        assert text[each.start : each.end] == each.quote
    return found


def told(each: Candidate) -> str:
    """A candidate in one line: comparator, value, unit, year."""
    high = f"-{each.value_high:.15g}" if each.value_high is not None else ""
    return f"{each.comparator} {round(each.value or 0.0, 6):.15g}{high} {each.unit or '?'} {each.target_year or '-'}"
