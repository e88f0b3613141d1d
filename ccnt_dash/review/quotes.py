"""How is a quote written on one line, in which language is it, and which number does it print?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ccnt_dash.ingest.candidate import Candidate

CHINESE = re.compile(r"[\u3400-\u9fff]")
# A line of print that ends within a sentence; no blank belongs between Chinese signs.
BREAK = re.compile(r"[ \t\u3000]*[\r\n\f]\s*")
LINK = re.compile(r"\[((?:[^\[\]\\]|\\.){1,500})\]\([^()\s]{0,500}\)")
EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])([^*]{1,500}?)(?<=[^\s*])\*{1,3}(?![\w*])")
ESCAPED = re.compile(r"\\([\[\]()*_#.-])")
WORD = re.compile(r"[A-Za-z]+")
# Ends of what can be quoted by itself; a point or comma before a digit may stand within a number.
CLAUSE = re.compile(r"[。；;！？!?，、：]|[.,:](?![0-9])")
# What of a target stands in its quote, the value first.
FIGURES = ("value_source", "target_year", "value_high", "value_aspired", "base_year")
# Signs from which on a text is no short quote any more, as the build says.
LONGEST = 300
NUMBER = re.compile(r"[0-9０-９][0-9０-９,，.．]*|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?")


def text_of(value: float | str | None) -> str:
    """A number as a text file writes it: plain digits, without an exponent; "" for none."""
    if value is None or isinstance(value, str):
        return value or ""
    return format(Decimal(repr(value)).normalize(), "f")


def flat(quote: str) -> str:
    """A quote on one line, without marks of Markdown.

    Where the line broke between Chinese signs nothing stands, elsewhere a blank.
    """

    def joined(met: re.Match[str]) -> str:
        before, after = quote[met.start() - 1 : met.start()], quote[met.end() : met.end() + 1]
        return "" if before > "\u2e80" or after > "\u2e80" else " "

    bare = LINK.sub(r"\1", BREAK.sub(joined, quote))
    return ESCAPED.sub(r"\1", EMPHASIS.sub(r"\1", bare).replace("**", "")).strip().removesuffix(" *")


def language_of(text: str) -> str:
    """zh if the text has Chinese signs, else en."""
    return "zh" if CHINESE.search(text) else "en"


def printed(candidate: Candidate, quote: str) -> str:
    """The number as it is printed in the quote: "2,000" and not 2000, "five" and not 5."""
    if candidate.value is None:
        return ""
    begin = candidate.figure - candidate.start
    met = NUMBER.match(candidate.quote, begin) if begin >= 0 else None
    if met is None:
        wanted = candidate.value_source
        met = next((each for each in NUMBER.finditer(quote) if amount(each.group()) == wanted), None)
    if met is None and begin >= 0:
        met = WORD.match(candidate.quote, begin)
    return met.group().rstrip(",，.．") if met else text_of(candidate.value_source)


def amount(number: str) -> float | None:
    """What a number as it is written says, full-width and grouped digits included; None where it is none."""
    plain = unicodedata.normalize("NFKC", number).replace(",", "").rstrip(".")
    try:
        return float(plain)
    except ValueError:
        return None


def stands(number: str, quote: str) -> bool:
    """The number itself and not a part of another one, as the build looks for it."""
    pattern = rf"(^[.,]?|[^0-9.,]|[^0-9][.,]){re.escape(number)}([^0-9.,]|[.,][^0-9]|[.,]?$)"
    return re.search(pattern, quote) is not None


def shortest(quote: str, row: Mapping[str, str]) -> str:
    """The shortest run of clauses of a long quote that has the figures of a target; "" where none is short enough."""
    figures = [row[name] for name in FIGURES if row.get(name) and stands(row[name], quote)]
    for wanted in (figures, figures[:1]):
        found = _with(quote, wanted) if wanted else ""
        if 0 < len(found) <= LONGEST:
            return found
    return ""


def _with(quote: str, figures: Sequence[str]) -> str:
    ends = sorted({*(met.end() for met in CLAUSE.finditer(quote)), len(quote)})
    found = []
    for begin in [0, *ends[:-1]]:
        runs = (quote[begin:end].strip(" ，、；;,：:") for end in ends if end > begin)
        found += [run for run in runs if all(stands(each, run) for each in figures)][:1]
    return min(found, key=len, default="")
