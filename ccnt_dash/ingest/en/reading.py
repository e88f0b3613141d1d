"""What is known of an English sentence while it is read: what it takes over, and what was found in it?"""

from __future__ import annotations

from dataclasses import dataclass, field

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.blocks import Sentence
from ccnt_dash.ingest.en.owners import NATION, Mention
from ccnt_dash.ingest.en.years import Year


@dataclass
class Carried:
    """The state of reading: places, years, and whether goals are being listed."""

    source: Source
    regions: tuple[str, ...] = (NATION,)
    year: int | None = None
    lead_year: int | None = None
    title_year: int | None = None
    head_year: int | None = None
    said_year: int | None = None
    written: int | None = None
    years_only: bool = False
    floor: int | None = None
    goals: bool = False
    lead_goals: bool = False
    silent: bool = False
    planned: bool = False
    official: bool = False
    lead: str = ""
    runs_on: bool = False
    speaker: str = ""
    told: bool = False
    headlines: list[Candidate] = field(default_factory=list)
    before: list[str] = field(default_factory=list)

    @property
    def local(self) -> bool:
        """Whether a province or city is spoken of."""
        return NATION not in self.regions


@dataclass(frozen=True)
class Reading:
    """A sentence with all that was found in it; `text` is the document without Markdown and titles.

    `peaks` are where the years of peak and neutrality stand.
    """

    state: Carried
    text: str
    sentence: Sentence
    years: list[Year]
    amounts: list[Amount]
    places: list[Mention]
    peaks: tuple[int, ...] = ()
