"""Which comparator does an English amount have: at least, about, below?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.en.lexicon import Lexicon, either

LONGEST_PHRASE = 90
# What may stand between a comparator and its number, such as "reach at least a total of 5".
LINKS = r"(?:\s{1,4}(?:a|an|the|at|to|by|of|total|that|is|be)){0,3}\s{0,4}$"
# "the lower limit for the rate of … is set at"
LIMITS = {"lower": "lower limit|minimum|floor", "upper": "upper limit|ceiling|maximum|cap(?:s|ped|ping)?"}
LIMITED = r"\b[^.;]{0,80}?(?:\bof|\bat|\bis|\bto)"

SYMBOLS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "＞": ">", "＜": "<", "≈": "~", "~": "~"}
# "15%+", "200+ stations".
PLUS = "+"
SYMBOL = re.compile(r"([≥≤><＞＜≈~])\s?$")


class Signs:
    """Reads comparators with the phrases of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        before, after = (
            either(row["phrase"] for row in lexicon.comparators if row["side"] == side) for side in ("before", "after")
        )
        limits = "|".join(rf"(?P<{name}>(?:{words}){LIMITED})" for name, words in LIMITS.items())
        self._before = re.compile(rf"(?:(?P<phrase>{before}){LINKS}|(?:{limits})\s{{1,4}}$)", re.IGNORECASE)
        # "Or more" closes an amount; "500 machines and over 1,200 trucks" goes on to the next.
        numbers = either(row["word"] for row in lexicon.numbers if len(row["word"]) > 1)
        another = rf"(?!\s{{1,4}}(?:(?:a|an|the|RMB|CNY|US)\s{{0,4}})?(?:[\d¥￥$]|{numbers}))"
        self._after = re.compile(rf"\s{{0,3}}(?P<phrase>{after}){another}", re.IGNORECASE)
        self._signs = {row["phrase"].lower(): row["sign"] for row in lexicon.comparators}

    def of(self, text: str, start: int, at: int, finish: int) -> tuple[str, int]:
        """The comparator of the amount text[at:finish] in a sentence from `start`, and where its phrase begins.

        "" and `at` without one.
        """
        if after := self._after.match(text, finish):
            return self._signs[" ".join(after["phrase"].lower().split())], at
        if PLUS in text[at : finish + 1]:
            return ">=", at
        if symbol := SYMBOL.search(text, max(start, at - 3), at):
            return SYMBOLS[symbol[1]], symbol.start()
        begin = max(start, at - LONGEST_PHRASE)
        met = self._before.search(text[begin:at])
        if not met:
            return "", at
        if met["phrase"]:
            return self._signs[" ".join(met["phrase"].lower().split())], begin + met.start()
        return (">=" if met["lower"] else "<="), at
