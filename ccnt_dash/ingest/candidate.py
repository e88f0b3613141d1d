"""What is found in a document: which place, which value, when, in which sentence, and by which rule?"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("target", "milestone", "subsidy", "condition", "fact", "policy")
COMPARATORS = {">=": "ge", ">": "gt", "<=": "le", "<": "lt", "=": "eq", "~": "approx", "range": "range", "": ""}


@dataclass(frozen=True)
class Source:
    """A document as it was read.

    `file` is the name it is known by, `text` what was read, line breaks and page numbers included; positions of
    candidates count its characters. `lang` is en or zh, `region` the six-digit code of the place whose document it
    is ("" where not known), `title` as printed ("" where not known), `published` YYYY, YYYY-MM or YYYY-MM-DD.
    """

    file: str
    text: str
    lang: str
    region: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True)
class Candidate:
    """One commitment (or fact, or named policy) that a text makes.

    `start` and `end` are positions in the text of its source, so `text[start:end] == quote`; `figure` is the position
    of the number itself (-1 without one). Values are in `unit`, a canonical unit of the vocabulary
    (percent, MW, MWh, tonnes, tce, tCO2, m3, m2, km2, ha, vehicles, count, CNY, …); `value_source` and `unit_source`
    are as printed. `value_high` is the upper end of a range, `value_aspired` what is striven for beyond `value`.
    `comparator` is a sign of COMPARATORS, `indicator` a code of the vocabulary or "new:" with a name, `rule` the id of
    the rule that found it, `confidence` between 0 and 1: how often candidates like it were right.
    """

    kind: str
    start: int
    end: int
    quote: str
    figure: int = -1
    indicator: str = ""
    comparator: str = ""
    value: float | None = None
    value_high: float | None = None
    value_aspired: float | None = None
    unit: str = ""
    value_source: float | None = None
    unit_source: str = ""
    base_year: int | None = None
    base_value: float | None = None
    target_year: int | None = None
    region: str = ""
    sector: str = ""
    strictness: str = "unstated"
    rule: str = ""
    confidence: float = 0.5
    policy: str = ""

    def __post_init__(self) -> None:
        """Refuse a candidate that can't be."""
        if self.kind not in KINDS:
            raise ValueError(f"a candidate is of kind {self.kind!r}; known are {', '.join(KINDS)}")
        if self.comparator not in COMPARATORS:
            raise ValueError(f"comparator {self.comparator!r} is none of {' '.join(COMPARATORS)}")
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"a quote of {len(self.quote)} signs can't stand at {self.start} to {self.end}")
