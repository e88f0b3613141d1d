"""What is counted where an English number has no unit?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.en.lexicon import Lexicon, either

WORD = re.compile(
    r"(?:[ \n]{1,4}\([^()\d]{1,40}\))?[ \n]{1,4}[\"“]?([A-Za-z][\w'&./-]{0,40})[\"”]?"
    r"|[ \n]{0,4}(/)[ \n]{0,2}([A-Za-z][\w'-]{0,40})"
)
LONGEST = 8
# "2 million car sales" are cars.
TRADED = re.compile(r"\s(?:sales|deliveries|registrations|owners)$", re.IGNORECASE)
UNITS_OF = re.compile(r"\s{1,4}(?:units?|sets?|pieces?|items?)(?:\s{1,4}of\b)?", re.IGNORECASE)


@dataclass(frozen=True)
class Counted:
    """What is counted, as printed, the unit it is counted in, and where it ends."""

    text: str
    unit: str
    end: int


class Nouns:
    """Reads the noun phrase behind a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._ends = frozenset(word.lower() for word in lexicon.words("noun_end"))
        self._behind = re.compile(
            rf"[ \n]{{1,4}}(?:[\w-]+[ \n]){{0,2}}?{either(lexicon.words('no_count'))}", re.IGNORECASE
        )
        self._never = re.compile(rf"(?:{either(lexicon.words('no_count'))})$", re.IGNORECASE)
        self._masses = re.compile(rf"(?:{either(lexicon.words('uncountable'))})$", re.IGNORECASE)
        self._units = lexicon.nouns
        self._known = re.compile(
            "|".join(rf"\b{re.escape(noun)}(?:e?s)?\b" for noun in sorted(lexicon.nouns, key=len, reverse=True)), re.I
        )

    def counted(self, text: str, start: int, end: int, scaled: bool) -> Counted | None:
        """What stands behind a number that ends at `start`; None where nothing that can be counted does."""
        begin = start
        if pieces := UNITS_OF.match(text, start, end):
            begin = pieces.end()
        words: list[str] = []
        finish = begin
        while len(words) < LONGEST and (met := WORD.match(text, finish, end)):
            word = met.group(1) or met.group(3)
            if word.lower() in ("and", "or") and words and not self._plural(words[-1], " ".join(words)):
                finish = met.end()
                continue
            if word.lower() in self._ends or (words and self._verbal(word, words[-1])):
                break
            words.append(word.rstrip("."))
            finish = met.end() - (len(word) - len(word.rstrip(".")))
            if word.endswith(".") or text[finish : finish + 1] in ",;:.)(":
                break
        phrase = " ".join(words)
        if not words or self._never.search(phrase) or not (pieces or scaled or self._plural(words[-1], phrase)):
            return Counted(pieces.group().strip(), "count", pieces.end()) if pieces else None
        return Counted(text[begin:finish].strip(), self.unit(phrase), finish)

    def never(self, text: str, start: int, end: int) -> bool:
        """Whether what stands behind a number is never counted as a target: "27 tasks", "10 key projects"."""
        return bool(self._behind.match(text, start, end))

    def _verbal(self, word: str, last: str) -> bool:
        """Whether a word ends the noun before it: "vehicles fueled by", "parks annually"."""
        return word.lower().endswith("ly") or (word.lower().endswith(("ed", "ing")) and self._plural(last, last))

    def unit(self, phrase: str) -> str:
        """In which unit things of that name are counted."""
        phrase = TRADED.sub("", phrase)
        met = list(self._known.finditer(phrase))
        if not met or met[-1].end() != len(phrase):
            return "count"
        name = met[-1].group().lower()
        return next(
            (self._units[each] for each in (name, name[:-1], name[:-2], name[:-3] + "y") if each in self._units),
            "count",
        )

    def _plural(self, word: str, phrase: str) -> bool:
        plural = word.lower().endswith("s") and not word.lower().endswith("ss")
        return plural or bool(self._masses.search(phrase))
