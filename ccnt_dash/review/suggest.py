"""What does the data set hold already that a candidate may mean, repeat or contradict?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ccnt_dash.terms import EMPTY, FINDER, plain, worths

Row = Mapping[str, Any]
MOST = 3
# How alike titles must be to be shown; sure enough to be taken for the same document.
ALIKE, SAME = 0.35, 0.85
PLACE, NUMBER, YEAR = 0.1, 1.0, 0.05
EQUAL = 1e-6
NAMES = ("name_en", "name_zh", "short_en", "short_zh")


def terms(*texts: str | None) -> dict[str, float]:
    """The terms of texts in either language, with what each is worth."""
    found: dict[str, float] = {}
    for text in texts:
        for met in FINDER.finditer(plain(text or "")):
            if met.group() not in EMPTY:
                for term, worth in worths(met.group()).items():
                    found[term] = max(worth, found.get(term, 0.0))
    return found


@dataclass(frozen=True)
class Likeness:
    """How alike texts are to those of an index: by shared terms, rare ones weighing more. 1 is the same text."""

    entries: Mapping[str, tuple[Mapping[str, float], ...]]
    rarity: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Mapping[str, Sequence[str | None]]) -> Likeness:
        """The index of `texts`: key -> texts, each of which is compared by itself."""
        entries = {key: tuple(filter(None, (terms(each) for each in said))) for key, said in texts.items()}
        counts = Counter(term for said in entries.values() for term in {term for each in said for term in each})
        rarity = {term: math.log(1 + len(entries) / n) for term, n in counts.items()}
        return cls(entries, rarity)

    def to(self, *texts: str | None) -> dict[str, float]:
        """Key -> likeness of its most alike text to the most alike of `texts`, for all that share a term."""
        asked = [each for each in (terms(text) for text in texts if text) if each]
        found = {}
        for key, said in self.entries.items():
            best = max((self._alike(one, other) for one in asked for other in said), default=0.0)
            if best > 0:
                found[key] = best
        return found

    def _alike(self, one: Mapping[str, float], other: Mapping[str, float]) -> float:
        shared = sum(self._weight(term, one[term]) * self._weight(term, other[term]) for term in one if term in other)
        return shared / (self._length(one) * self._length(other)) if shared else 0.0

    def _weight(self, term: str, worth: float) -> float:
        return worth * self.rarity.get(term, math.log(1 + len(self.entries)))

    def _length(self, said: Mapping[str, float]) -> float:
        return math.sqrt(sum(self._weight(term, worth) ** 2 for term, worth in said.items()))


def policies(asked: Row, known: Mapping[str, Row], titles: Likeness) -> list[tuple[str, float]]:
    """The policies of `known` that a document or title may be, most alike first, with a score from 0 to 1.

    `asked` has title_en, title_zh, region, published and document_number, each possibly empty.
    """
    scores = titles.to(asked.get("title_en"), asked.get("title_zh"))
    number = _bare(asked.get("document_number"))
    for key, row in known.items():
        if number and number == _bare(row.get("document_number")):
            scores[key] = scores.get(key, 0.0) + NUMBER
    ranked = {key: min(1.0, _placed(score, asked, known[key])) for key, score in scores.items() if key in known}
    best = sorted(
        ((score, key) for key, score in ranked.items() if score >= ALIKE), key=lambda each: (-each[0], each[1])
    )
    return [(key, score) for score, key in best[:MOST]]


def _placed(score: float, asked: Row, row: Row) -> float:
    if asked.get("region"):
        score += PLACE if asked["region"] == row["region"] else -2 * PLACE
    years = (str(asked.get("published") or "")[:4], str(row.get("published") or "")[:4])
    if all(years):
        score += YEAR if years[0] == years[1] else -YEAR
    return score


def _bare(number: Any) -> str:
    return "".join(each for each in str(number or "") if each.isalnum())


def indicators(quote: str, unit: str, known: Mapping[str, Row], said: Likeness) -> list[tuple[str, float]]:
    """The indicators of that unit whose names and quotes are most like `quote`, with their likeness."""
    found = said.to(quote)
    fitting = [
        (score, key) for key, score in found.items() if key in known and (not unit or known[key]["unit"] == unit)
    ]
    return [(key, score) for score, key in sorted(fitting, key=lambda each: (-each[0], each[1]))[:MOST]]


def places(text: str, regions: Mapping[str, Row]) -> list[str]:
    """Codes of the places whose full names, or short ones of two signs or more, stand in `text`, longest name first."""
    named = [(str(row[column]), key) for key, row in regions.items() for column in NAMES if len(row[column] or "") > 1]
    found, rest = [], text
    for name, key in sorted(named, key=lambda each: (-len(each[0]), each[1])):
        pattern = rf"(?<![\w-]){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
        if re.search(pattern, rest):
            found.append(key)
            rest = re.sub(pattern, " ", rest)  # what is named in full is not found once more by a part of it
    return list(dict.fromkeys(found))[:MOST]


@dataclass(frozen=True)
class Known:
    """A target that is known already, and how it stands to a candidate: duplicate, contradiction or looser."""

    how: str
    target: Row


def collisions(row: Row, known: Iterable[Row], better: str) -> list[Known]:
    """What is known of the same place and indicator that the row repeats or contradicts.

    duplicate: the same year, base year and value. contradiction: the same years, another value. looser: the row asks
    for less than what is known for an earlier year. `better` is that of the indicator: more, less, none.
    """
    value = _number(row.get("value"))
    if value is None or not row.get("indicator"):
        return []
    found = [
        Known(how, each)
        for each in known
        if each["region"] == row.get("region")
        and each["indicator"] == row["indicator"]
        and _number(each.get("base_year")) == _number(row.get("base_year"))
        and (how := _stands(row, value, each, better))
    ]
    order = ("duplicate", "contradiction", "looser")
    return sorted(found, key=lambda each: (order.index(each.how), str(each.target["target_id"])))


def _stands(row: Row, value: float, known: Row, better: str) -> str:
    other, year, then = (
        _number(each) for each in (known.get("value"), row.get("target_year"), known.get("target_year"))
    )
    if other is None:
        return ""
    if year == then:
        same = math.isclose(value, other, rel_tol=EQUAL) and _same_end(row, known)
        return "duplicate" if same else "contradiction"
    if year is None or then is None:
        return ""
    further = {"more": value - other, "less": other - value}.get(better, 0.0)
    return "looser" if then < year and further < 0 and not math.isclose(value, other, rel_tol=EQUAL) else ""


def _same_end(row: Row, known: Row) -> bool:
    return _number(row.get("value_high")) == _number(known.get("value_high"))


def _number(value: Any) -> float | None:
    try:
        return float(value) if value not in (None, "") else None
    except (TypeError, ValueError):
        return None
