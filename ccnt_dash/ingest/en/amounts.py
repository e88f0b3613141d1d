"""Which amounts stand in an English sentence, and which numbers are none?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.lexicon import Lexicon, glued, spaced
from ccnt_dash.ingest.en.nouns import Counted, Nouns
from ccnt_dash.ingest.en.series import listed, ranged, shared
from ccnt_dash.ingest.en.signs import Signs
from ccnt_dash.ingest.en.spelled import Spelled

FIGURE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?"
MONEY = r"(?P<money>RMB|CNY|¥|￥|yuan)|(?P<foreign>US\$|\$|USD|€|EUR)"
HYPHEN = r"-(?=[A-Za-z])|"
# "A 20-percent cut" is an amount, "a 20-ton truck" is not.
# "800,000 household appliances" are none of the households that the first word counts.
COUNTED = ("count", "vehicles", "devices", "households", "persons")
# What has a measure of its own behind it ("a cap of 5 million yuan per project") takes none from before.
OWN_MEASURE = re.compile(r"\s{0,4}(?:/\s?|(?:per|for each|for every)\s{1,4})[A-Za-z]", re.IGNORECASE)
# "A vehicle-to-pile ratio below 2.5:1" is one number.
RATIO, ONE = re.compile(r"\s?[:：]\s?1(?!\d|\.\d)"), re.compile(r"\d\s?[:：]\s?1$")
SHARES = ("percent", "pp")
# So far before an amount its measure may stand: "water use per 10,000 yuan of GDP in the basin will be capped at".
LONGEST_MEASURE = 160
# "Water use per 10,000 yuan of GDP": what something is measured by is no amount of it.
MEASURE = re.compile(r"\b(?:per|every)\s{1,4}(?:RMB\s?|¥)?$", re.IGNORECASE)
PARTICLES = re.compile(r"PM[\s_]?(?:2\.5|10)(?!\d)")
SIZE = re.compile(r"/h\b|[ -](?:class|level|scale|grade|rated|long|wide|tall|type|strong)\b", re.IGNORECASE)
# "The 3.6 GW Fengning Power Station" is one that has a name.
NAMED = re.compile(
    r"\s(?:[A-Z][\w-]+\s){1,6}(?:Stations?|Plants?|Projects?|Farms?|Bases?|Line|Park)\b|\s(?:project|plant|facility|farm|factory|gigafactory|refinery)\b"
)
# "An RMB 30 billion fund" is called by its size.
PURSE = re.compile(
    r"[ -](?:investment )?"
    r"(?:commitment|push|plan|pledge|drive|fund|loan|bond|program|programme|package|budget|facility)\b",
    re.IGNORECASE,
)
# "A 2-million-ton of waste" is an amount all the same.
OF_IT = re.compile(r"\s{1,4}of\s", re.IGNORECASE)
# A number without unit is rather a year; of 2000 things, though, many speak.
FIRST_YEAR, ROUND, LAST_YEAR = 1949, 2000, 2100


class Amounts:
    """Finds amounts with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._lexicon = lexicon
        self._nouns, self._signs = Nouns(lexicon), Signs(lexicon)
        self._scales = {row["word"]: float(row["value"]) for row in lexicon.numbers if row["use"] == "scale"}
        self._codes = [
            (re.compile(spaced(name), re.IGNORECASE), unit, lexicon.times.get(name, 1.0))
            for name, unit in lexicon.printed.items()
        ]
        units = glued(lexicon.printed)
        self._scales |= {row["word"]: float(row["value"]) for row in lexicon.numbers if row["use"] == "short"}
        short = rf"(?:{'|'.join(row['word'] for row in lexicon.numbers if row['use'] == 'short')})(?=\s{{1,2}}{units})"
        scale = rf"{glued(word for word, value in self._scales.items() if len(word) > 1)}|{short}"
        tail = (
            rf"(?:(?:\s{{1,4}}|-)(?P<scale>{scale}))?(?:\s{{1,4}}|-)"
            rf"(?P<unit>{units})"
        )
        self._spelled = Spelled(lexicon, self._nouns, self._signs, re.compile(tail, re.IGNORECASE), self._measured)
        self._figure = re.compile(
            rf"(?:(?<!\w)(?:{MONEY})\s?|(?<![\w.,]))(?P<figure>{FIGURE})(?![\w.,]*\+\d)(?:\+(?!\w))?(?P<hyphen>{HYPHEN})"
            rf"(?:\s{{0,4}}(?P<scale>{scale}))?(?P<hyphen2>{HYPHEN})"
            rf"(?:\s{{0,4}}(?P<unit>%|{units}))?",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[Amount]:
        """The amounts of text[start:end] in order; `taken` are stretches (years, days) that hold none."""
        numbers = self._figure.finditer(text, start, end)
        found = [each for met in numbers if (each := self._amount(text, start, end, met))]
        found += self._spelled.find(text, start, end)
        found = [each for each in found if not any(a <= each.figure < b for a, b in taken)]
        return listed(text, shared(text, ranged(text, sorted(found, key=lambda each: each.figure))))

    def _amount(self, text: str, start: int, end: int, met: re.Match[str]) -> Amount | None:
        if ONE.search(text, max(start, met.start() - 4), met.end("figure")):
            return None
        if not (met["unit"] or met["scale"]) and text[met.end("figure") : met.end("figure") + 1].isalpha():
            return None
        if MEASURE.search(text, max(start, met.start() - 12), met.start()) or PARTICLES.match(
            text, max(0, met.start() - 3)
        ):
            return None
        source = float(met["figure"].replace(",", ""))
        value = source * self._scaled(met["scale"]) * (self._codes_of(met["unit"])[1] if met["unit"] else 1.0)
        unit, printed, finish = self._printed(text, met)
        noun = printed if unit == "" and met["unit"] and self._codes_of(met["unit"])[0] else ""
        if (whole := self._whole(text, met, end)) and whole.end > finish:
            unit, noun, printed, finish = whole.unit, whole.text, whole.text, whole.end
        if unit is None and (counted := self._nouns.counted(text, met.end(), end, bool(met["scale"]))):
            unit, noun, finish = counted.unit, counted.text, counted.end
            printed = noun
        elif unit is None and self._nouns.never(text, met.end(), end):
            return None
        if unit is None and (ratio := RATIO.match(text, met.end("figure"))):
            unit, noun, printed, finish = "ratio", "", ratio.group(), ratio.end()
        scale = f"{met['scale']} " if met["scale"] and met["unit"] else ""
        sign, phrase = self._signs.of(text, start, met.start(), finish)
        if not sign and printed == noun and _calendar(source, met["figure"]):
            return None
        called = SIZE.match(text, finish) or NAMED.match(text, finish) or (unit == "CNY" and PURSE.match(text, finish))
        joined = (met["hyphen"] or met["hyphen2"]) and unit not in SHARES and not OF_IT.match(text, finish)
        within = bool(called or joined)
        return Amount(met.start(), finish, met.start("figure"), value, source, unit, scale + printed, noun, sign,
                      phrase, attributive=within)  # fmt: skip

    def _whole(self, text: str, met: re.Match[str], end: int) -> Counted | None:
        """What is counted where the printed unit is only the first word for it."""
        printed = met["unit"] or ""
        if not printed or printed.endswith("s") or self._lexicon.dimension(self._codes_of(printed)[0]) not in COUNTED:
            return None
        return self._nouns.counted(
            text, met.end("scale") if met["scale"] else met.end("figure"), end, bool(met["scale"])
        )

    def _printed(self, text: str, met: re.Match[str]) -> tuple[str | None, str, int]:
        """Code, printed form and end of the unit of a number; None as code where none is printed."""
        if met["foreign"]:
            return "", met["foreign"], met.end()
        if not met["unit"] and not met["money"]:
            return None, "", met.end()
        unit = "CNY" if met["money"] else self._codes_of(met["unit"])[0]
        printed, finish = met["unit"] or met["money"], met.end()
        own = OWN_MEASURE.match(text, finish)
        for each in self._lexicon.per:
            if unit == each.of and (more := each.behind.match(text, finish)):
                return each.unit, printed + more.group().rstrip(), more.end()
            if (
                unit == each.of
                and not own
                and each.before.search(text[max(0, met.start() - LONGEST_MEASURE) : met.start()])
            ):
                return each.unit, printed, finish
        return unit, printed, finish

    def _measured(self, scale: str | None, printed: str) -> tuple[float, str]:
        """What a number in words counts in: by how much to multiply it, and the unit."""
        unit, times = self._codes_of(printed)
        return self._scaled(scale) * times, unit

    def _scaled(self, scale: str | None) -> float:
        return self._scales.get(" ".join((scale or "").lower().split()), 1.0)

    def _codes_of(self, printed: str) -> tuple[str, float]:
        """The unit that is printed so, and how many of it one is ("TW": 1000 GW)."""
        if printed in self._lexicon.printed:
            return self._lexicon.printed[printed], self._lexicon.times.get(printed, 1.0)
        return next((unit, times) for pattern, unit, times in self._codes if pattern.fullmatch(printed))


def _calendar(value: float, printed: str) -> bool:
    """Whether a number without unit is rather a year."""
    return printed.isdigit() and FIRST_YEAR <= value <= LAST_YEAR and value != ROUND
