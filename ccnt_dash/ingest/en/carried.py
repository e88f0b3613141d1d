"""What does an English sentence take over from the headings and sentences before it?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.en.blocks import BULLET, HEADING, LEAD, Sentence
from ccnt_dash.ingest.en.judge import Judge
from ccnt_dash.ingest.en.lexicon import Lexicon, either
from ccnt_dash.ingest.en.owners import NATION, Mention, Owners
from ccnt_dash.ingest.en.reading import Carried, Reading
from ccnt_dash.ingest.en.years import DAY, DEADLINE, PLAN_LASTS, TO_REACH, Calendar
from ccnt_dash.ingest.named import Title

SHORT_HEADING = 6
# "By 2025", "(2) Goals by 2030", "Achieving carbon peak by 2030": a line with a year and little else.
YEAR_LINE = 5
# What an earlier year is named for is history.
EARLIEST = 2000
# Where a text tells its own day.
HEAD_OF_TEXT = 250
# A report on the work of a government promises for the year in which it is given.
WORK_REPORT, HEAD_OF_REPORT = re.compile(r"\bwork report\b|\breport on the work\b", re.IGNORECASE), 600
DATED = re.compile(rf"\b{DAY}(20\d\d)\b", re.IGNORECASE)
ALSO = re.compile(r"[^,.;]{0,60}\balso\b", re.IGNORECASE)
# "Key goals include:" lists what the sentence before it announced; "the measures are:" may list anything.
GOALS = re.compile(r"\b(?:goals?|targets?|objectives?|indicators?)\b", re.IGNORECASE)
SENTENCE, LEADING, CARRIED, TITLE, NONE = "sentence", "lead", "carried", "title", "no"


class Carrier:
    """Follows a text from sentence to sentence."""

    def __init__(self, lexicon: Lexicon, owners: Owners, calendar: Calendar, judge: Judge) -> None:
        """Make the patterns once."""
        self._owners, self._calendar, self._judge = owners, calendar, judge
        self._goals = lexicon.pattern("goals")
        self._silent, self._again = lexicon.pattern("no_targets"), lexicon.pattern("targets_again")
        self._opening = re.compile(rf"\W*(?:{lexicon.pattern('goes_on').pattern})")
        # "The Opinions propose …. The Plan proposes …": another document speaks.
        self._speaks = re.compile(rf"\W*(?:The|This|These)\s{{1,4}}({either(lexicon.words('document'))})")
        self._stative = lexicon.pattern("stative")
        self._done = lexicon.pattern("done")

    def begin(self, source: Source, official: bool) -> Carried:
        """The state before the first sentence."""
        state = Carried(source, self._own(source), official=official)
        state.goals = official
        self._titled(state, source.title)
        if source.published[:4].isdigit():
            state.floor = int(source.published[:4])
        return state

    def named(self, state: Carried, title: str, text: str) -> None:
        """Take the only year that a title names, and the year of the day at the head of a text."""
        years = {each.year for each in self._calendar.mentions(title, 0, len(title)) if each.role in TO_REACH}
        state.head_year = years.pop() if len(years) == 1 else None
        dated = DATED.search(text, 0, HEAD_OF_TEXT)
        state.written = int(dated[1]) if dated else None
        if WORK_REPORT.search(text, 0, HEAD_OF_REPORT):
            state.head_year = state.head_year or state.written

    def enter(self, state: Carried, text: str, sentence: Sentence) -> None:
        """Forget what does not reach into a new block."""
        spoken = self._speaks.match(text, sentence.start, sentence.end)
        if spoken and state.speaker not in ("", spoken[1]) and not sentence.first:
            state.year = state.said_year = None
        state.speaker = spoken[1] if spoken else "" if sentence.first else state.speaker
        if not sentence.first:
            return
        state.runs_on = False
        if sentence.kind == HEADING:
            self._heading(state, text[sentence.start : sentence.end])
        elif sentence.kind == LEAD:
            goals = GOALS.search(text, sentence.start, sentence.end)
            state.lead_year = state.year if state.planned and goals else None
            state.year = None
            state.lead_goals = False
        elif sentence.kind != BULLET:
            state.runs_on = state.year is not None and self._goes_on(text, sentence)
            state.year = state.year if state.runs_on else None
            state.lead_year = None
            state.lead_goals = state.planned = False

    def places(self, state: Carried, text: str, sentence: Sentence, titles: list[Title]) -> list[Mention]:
        """The places named in a sentence; what it speaks for is carried on."""
        found = self._owners.mentions(text, sentence.start, sentence.end, state.regions[0])
        found = [each for each in found if self._allowed(state, each)]
        subject = self._owners.subject(text, sentence.start, found)
        named = [each for each in found if any(one.start <= each.start < one.end for one in titles)]
        if named and not (subject and NATION not in subject.codes):
            subject = named[0]
        if sentence.kind == HEADING:
            subject = next((each for each in found if NATION not in each.codes), None)
        if subject and (NATION not in subject.codes or not self._given(state)):
            if subject.codes != state.regions or titles:
                self._another(state, sentence)
            state.regions = subject.codes
        if titles and not state.source.title:
            self._titled(state, titles[-1].name)
        return found

    def leave(self, reading: Reading, promised: list[int | None]) -> None:
        """Keep what the next sentence may need: `promised` are the years of the targets of this one."""
        state, text, sentence, years = reading.state, reading.text, reading.sentence, reading.years
        reached = [each.year for each in years if each.role in TO_REACH and each.year >= EARLIEST]
        if sentence.kind in (LEAD, HEADING):
            clause = text[sentence.start : sentence.end]
            if sentence.kind == LEAD or self._goals.search(clause):
                state.lead_year = reached[-1] if reached else state.lead_year
                state.lead = clause
                state.lead_goals = bool(self._goals.search(clause) or (reached and len(clause.split()) < 8))
            if sentence.kind == HEADING:
                self._headed(state, clause, [each.year for each in years if each.role == DEADLINE])
        elif (
            sentence.kind == BULLET and sentence.first and len(text[sentence.start : sentence.end].split()) <= YEAR_LINE
        ):
            self._headed(state, text[sentence.start : sentence.end], reached)
        dated = [each for each in promised if each is not None]
        due = [each.year for each in years if each.role == DEADLINE and each.year >= EARLIEST]
        periods = [
            each
            for each in years
            if each.first and (each.year - each.first == PLAN_LASTS - 1 or text[each.start - 1 : each.start] == "(")
        ]
        if len(periods) == 1 and not state.source.title and not self._judge.past(text, sentence.start, sentence.end):
            state.title_year = periods[0].year if periods[0].year >= (state.floor or 0) else state.title_year
        said = None
        if dated:
            state.year = said = dated[-1]
        elif reached and self._judge.planned(text, sentence.start, sentence.end):
            state.year = said = reached[-1]
        elif due and not self._judge.past(text, sentence.start, sentence.end):
            said = due[-1]
        if said and not self._of_nation(reading):
            state.said_year = said
        state.planned = bool(promised) or self._judge.planned(text, sentence.start, sentence.end)
        state.told = sentence.kind != HEADING and self._judge.voices.hears(
            text, sentence.start, sentence.end, state.told
        )
        state.before = [*state.before[-2:], text[sentence.start : sentence.end]]

    def listed(self, state: Carried, text: str, sentence: Sentence) -> bool:
        """Whether what stands in a sentence is a goal although no word of its own says so."""
        if sentence.kind == BULLET and state.lead_goals:
            return True
        if self._judge.past(text, sentence.start, sentence.end):
            return False
        stative = self._stative.search(text, sentence.start, sentence.end)
        if state.goals:
            return True
        told = stative or self._judge.voices.told(text, sentence.start, sentence.end)
        return not sentence.first and state.planned and not told

    def year(self, state: Carried, sentence: Sentence, dated: bool = False) -> tuple[int | None, str]:
        """The year carried into a sentence, and from where; `dated` where it names one for something else."""
        if sentence.kind == BULLET and state.lead_year:
            return state.lead_year, LEADING
        if state.year and (sentence.kind == BULLET or not sentence.first or state.runs_on):
            return state.year, CARRIED
        if state.years_only and state.head_year:
            return state.head_year, LEADING
        said = None if dated else state.said_year
        return next(((year, TITLE) for year in (state.title_year, said, state.head_year) if year), (None, NONE))

    def reported(self, reading: Reading) -> bool:
        """Whether a sentence goes on with what the one before it promised ("Emissions would be cut by 12%")."""
        return reading.state.planned and not reading.sentence.first and not reading.state.told

    def _of_nation(self, reading: Reading) -> bool:
        """Whether a sentence in the document of a place speaks for the nation."""
        named = bool(reading.places) and all(NATION in each.codes for each in reading.places)
        return self._given(reading.state) and named

    def _goes_on(self, text: str, sentence: Sentence) -> bool:
        """Whether a new paragraph speaks on of what the one before it promised."""
        opened = self._opening.match(text, sentence.start, sentence.end)
        if not opened and not ALSO.match(text, sentence.start, sentence.end):
            return False
        return self._judge.planned(text, sentence.start, sentence.end) and not self._judge.past(
            text, sentence.start, sentence.end
        )

    def _another(self, state: Carried, sentence: Sentence) -> None:
        """Forget the years of another place or document."""
        if state.runs_on and sentence.first:
            state.runs_on, state.year = False, None
        if sentence.first and not state.source.title:
            state.title_year = state.said_year = None

    def _heading(self, state: Carried, text: str) -> None:
        short = len(text.split()) <= SHORT_HEADING
        if short and self._again.search(text):
            state.silent = False
        elif short and self._silent.search(text):
            state.silent = True
        state.goals = state.official and not self._done.search(text)
        state.year = state.lead_year = None
        state.lead_goals = state.planned = False
        state.regions = self._own(state.source)
        if not state.source.title:
            state.title_year = None

    def _headed(self, state: Carried, clause: str, reached: list[int]) -> None:
        """Keep the year of a heading for what stands below, also below the short headings under one of a mere year."""
        if reached:
            state.head_year = reached[-1]
            state.years_only = len(clause.split()) <= YEAR_LINE
        elif len(clause.split()) > SHORT_HEADING:
            state.head_year, state.years_only = None, False

    def _titled(self, state: Carried, title: str) -> None:
        found = [each for each in self._calendar.mentions(title, 0, len(title)) if each.role in TO_REACH]
        period = [each for each in found if each.first]
        if title != state.source.title or period:
            state.title_year = period[-1].year if period else None
        if period and state.source.title:
            state.floor = state.floor or period[-1].first

    def _given(self, state: Carried) -> bool:
        return state.source.region not in ("", NATION)

    def _own(self, source: Source) -> tuple[str, ...]:
        return (source.region or NATION,)

    def _allowed(self, state: Carried, mention: Mention) -> bool:
        """In the document of a province only it, its cities and the nation are spoken for."""
        if not self._given(state) or NATION in mention.codes:
            return True
        return all(self._owners.within(code, state.source.region) for code in mention.codes)
