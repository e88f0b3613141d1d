"""What does an English text promise, sentence after sentence?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.amounts import Amounts
from ccnt_dash.ingest.en.blocks import BULLET, HEADING, Clause, Sentence, masked, sentences
from ccnt_dash.ingest.en.carried import SENTENCE, Carrier
from ccnt_dash.ingest.en.dating import base_year, settled, target_year, without_peaks
from ccnt_dash.ingest.en.grids import Row, rows
from ccnt_dash.ingest.en.indicators import Indicators
from ccnt_dash.ingest.en.judge import CONDITION, FACT, NOTHING, SUBSIDY, TARGET, Judge, Setting
from ccnt_dash.ingest.en.lexicon import Lexicon
from ccnt_dash.ingest.en.owners import NATION, Owners
from ccnt_dash.ingest.en.peaks import Peaks
from ccnt_dash.ingest.en.placing import Placing
from ccnt_dash.ingest.en.reading import Carried, Reading
from ccnt_dash.ingest.en.series import without_multiples
from ccnt_dash.ingest.en.sifting import once, only_told, quoted
from ccnt_dash.ingest.en.steps import Steps
from ccnt_dash.ingest.en.subjects import Subjects
from ccnt_dash.ingest.en.tabled import Tabled
from ccnt_dash.ingest.en.titled import between, without_clause
from ccnt_dash.ingest.en.years import DEADLINE, TO_REACH, Calendar, days
from ccnt_dash.ingest.named import Named, Title

# A sentence with more amounts is none: the debris of a table, or a list of telephone numbers.
MOST_AMOUNTS = 40
# Of a headline only what has its year in it is a target, and only where the text below doesn't say it again.
# What is offered is expected, the most that is offered binds.
OFFERED = {"<=": "binding", "<": "binding"}
HEADLINE = "en.sentence_year"


class Reader:
    """Finds the candidates of English texts."""

    def __init__(self, data: Path) -> None:
        """Read the words and rules in the folder `data`."""
        lexicon = Lexicon(data)
        self._lexicon, self._named = lexicon, Named(data, lexicon.places)
        self._calendar, self._amounts = Calendar(data), Amounts(lexicon)
        self._judge, self._owners = Judge(lexicon), Owners(lexicon)
        self._carrier = Carrier(lexicon, self._owners, self._calendar, self._judge)
        self._placing = Placing(self._owners)
        self._indicators = Indicators(lexicon)
        self._subjects = Subjects(lexicon, self._indicators)
        self._steps, self._peaks = Steps(self._judge), Peaks(data)
        with (data / "ingest" / "rules_en.csv").open(encoding="utf-8", newline="") as file:
            self._sure = {row["rule"]: float(row["confidence"]) for row in csv.DictReader(file)}
        self._tabled = Tabled(lexicon, self._amounts, self._judge, self._sure["en.table"])

    def found(self, source: Source) -> list[Candidate]:
        """The candidates of a text in the order in which they stand."""
        titles = [without_clause(source.text, each) for each in self._named.titles(source.text, "en")]
        tables = list(rows(source.text))
        text = _without(masked(source.text), tables)
        body = _without(text, titles)
        official = self._named.is_policy(source.title, "en")
        state = self._carrier.begin(source if official else self._gathered(source, titles), official)
        self._carrier.named(state, source.title, text)
        made: list[Candidate] = []
        for sentence in sentences(text):
            while tables and tables[0].start < sentence.start:
                made += self._tabled.candidates(tables.pop(0), state, source.text)
            made += self._sentence(state, text, body, sentence, titles)
        made += [one for row in tables for one in self._tabled.candidates(row, state, source.text)]
        return once([*made, *only_told(state.headlines, made)])

    def _gathered(self, source: Source, titles: Sequence[Title]) -> Source:
        """What is no policy: its title says nothing of years, and its place nothing where it tells of many."""
        places = self._lexicon.places
        named = {places.province(code) for each in titles for *_, code in places.find(each.name, "en")} - {""}
        return replace(source, title="", region="" if len(named) > 1 else source.region)

    def _sentence(
        self, state: Carried, text: str, body: str, sentence: Sentence, titles: Sequence[Title]
    ) -> list[Candidate]:
        start, end = sentence.start, sentence.end
        written = state.source.published[:4]
        years = self._calendar.mentions(body, start, end, int(written) if written.isdigit() else state.written)
        years = settled(years, self._judge.planned(body, start, end), state.floor)
        self._carrier.enter(state, body, sentence)
        places = self._carrier.places(state, text, sentence, between(titles, start, end))
        taken = [*((each.start, each.end) for each in years), *days(body, start, end)]
        amounts = self._amounts.find(body, start, end, taken)
        amounts = without_multiples(body, amounts) if len(amounts) <= MOST_AMOUNTS else []
        made: list[Candidate] = []
        peaks = tuple(each.figure for each in self._peaks.find(Clause(body, start, end), years) if not each.led)
        reading = Reading(state, body, sentence, years, amounts, places, peaks)
        if not state.silent and sentence.kind == HEADING:
            state.headlines += [each for each in self._quantified(reading) if each.rule == HEADLINE]
            made = list(self._peaked(reading)) if self._peaks.heads(body, start, end) else []
        elif not state.silent:
            peaked = list(self._peaked(reading))
            steps = [each for each in self._milestones(reading) if not _told_by(each, peaked)]
            made = [*self._quantified(reading), *peaked, *steps]
        promised = [each.target_year for each in made if each.kind in (TARGET, "milestone") and each.unit != "year"]
        passing = self._peaks.years(Clause(body, start, end), years) if sentence.kind != HEADING else []
        self._carrier.leave(replace(reading, years=[each for each in years if each not in passing]), promised)
        return made

    def _quantified(self, reading: Reading) -> Iterator[Candidate]:
        made: list[Candidate] = []
        held: Amount | None = None
        for number, amount in enumerate(reading.amounts):
            last = reading.amounts[number - 1] if number else None
            if last and made and self._judge.aspires(reading.text, last, amount):
                made[-1] = replace(made[-1], value_aspired=self._value(amount))
                continue
            if self._judge.starts_change(reading.text, reading.sentence.start, reading.sentence.end, amount):
                held = amount
                continue
            for each in self._candidates(reading, number):
                base = self._value(held) if held and held.unit == amount.unit else each.base_value
                made.append(replace(each, base_value=base))
            held = None
        yield from made

    def _candidates(self, reading: Reading, number: int) -> list[Candidate]:
        amount = reading.amounts[number]
        start, end, text, state = reading.sentence.start, reading.sentence.end, reading.text, reading.state
        deadline = any(
            each.role == DEADLINE or (each.role in TO_REACH and each.year > (state.floor or each.year))
            for each in reading.years
        )
        coming = state.floor is not None and any(
            each.role in TO_REACH and each.year > state.floor and each.end <= amount.start for each in reading.years
        )
        listed = self._carrier.listed(state, text, reading.sentence)
        setting = Setting(listed, deadline, state.local, coming, state.told, self._carrier.reported(reading))
        kind = self._judge.kind(text, start, end, amount, setting)
        windows = self._subjects.windows(Clause(text, start, end), reading.amounts, number, state.before)
        indicator, unit = self._subjects.of(windows, amount)
        if kind == NOTHING or unit is None or (amount.unit == "" and amount.noun == ""):
            return []
        named = self._subjects.each(Clause(text, start, end), reading.amounts, number) or [indicator]
        year, rule = self._year(reading, number, kind)
        regions = self._placing.of_amount(reading, number)
        if kind in (TARGET, CONDITION) and state.local and regions == (NATION,):
            kind = FACT
        if kind == TARGET and year and state.floor and year < state.floor:
            kind = FACT
        value, basic = self._lexicon.canonical(amount.value, unit)
        rule = rule if kind == TARGET else f"en.{kind}"
        whole = Candidate(
            kind, start, end, text[start:end], amount.figure, indicator=indicator, value=value, unit=basic,
            comparator=amount.sign or "=", value_source=amount.source, unit_source=amount.printed, target_year=year,
            value_high=None if amount.high is None else self._lexicon.canonical(amount.high, unit)[0],
            base_year=base_year(Clause(text, start, end), reading.amounts, number, reading.years, year),
            strictness=OFFERED.get(amount.sign, "expected") if kind == SUBSIDY else self._strictness(reading, amount),
            rule=rule, confidence=self._sure[rule],
        )  # fmt: skip
        if self._judge.changes(text, start, amount):
            sign = amount.high_sign or "="
            whole = replace(whole, base_value=whole.value, value=whole.value_high, value_high=None, comparator=sign)
        made = [replace(whole, indicator=each, sector=self._indicators.sector(each, windows)) for each in named]
        return [quoted(replace(each, region=region), state.source.text) for region in regions for each in made]

    def _strictness(self, reading: Reading, amount: Amount) -> str:
        """How firmly an amount is meant; an item of a list without a word of its own as the line before says."""
        own = self._judge.strictness(reading.text, reading.sentence.start, reading.sentence.end, amount)
        led = reading.sentence.kind == BULLET and reading.state.lead_goals
        return self._judge.firmness(reading.state.lead) if own == "unstated" and led else own

    def _year(self, reading: Reading, number: int, kind: str) -> tuple[int | None, str]:
        start, end = reading.sentence.start, reading.sentence.end
        clause = Clause(reading.text, start, end)
        led = reading.sentence.kind == BULLET and reading.state.lead_year is not None
        years = without_peaks(reading.years, reading.peaks)
        year = target_year(clause, reading.amounts, number, years, led)
        if year or kind in (SUBSIDY, CONDITION, FACT):
            return year, f"en.{SENTENCE}_year"
        dated = any(each.role in TO_REACH for each in reading.years)
        year, where = self._carrier.year(reading.state, reading.sentence, dated)
        return year, f"en.{where}_year"

    def _peaked(self, reading: Reading) -> Iterator[Candidate]:
        """Years of peak and neutrality, where the sentence promises them."""
        start, end, text = reading.sentence.start, reading.sentence.end, reading.text
        achieving = self._peaks.heads(text, start, end)
        reported = self._carrier.reported(reading)
        if not (achieving or reported or self._judge.planned(text, start, end)) or self._judge.past(text, start, end):
            return
        whole = text[start:end]
        for each in self._peaks.find(Clause(text, start, end), reading.years):
            made = Candidate(
                TARGET, start, end, whole, each.figure, each.indicator, each.sign, float(each.year),
                unit="year", value_source=float(each.year), unit_source="year", target_year=each.year,
                region=self._placing.at(reading, each.figure)[0],
                sector=self._indicators.sector(each.indicator, [whole]),
                strictness=self._judge.firmness(whole), rule="en.peak", confidence=self._sure["en.peak"],
            )  # fmt: skip
            yield quoted(made, reading.state.source.text)

    def _milestones(self, reading: Reading) -> Iterator[Candidate]:
        state = reading.state
        listed = self._carrier.listed(state, reading.text, reading.sentence)
        carried, _ = self._carrier.year(state, reading.sentence)
        for start, end in self._steps.clauses(reading.text, reading.sentence, reading.amounts, listed):
            own = [each.year for each in reading.years if each.role in TO_REACH and each.start < end]
            year = own[-1] if own else (carried if carried != state.title_year or state.year else None)
            if self._indicators.match([reading.text[start:end]], "year"):
                continue
            if year and not (state.floor and year < state.floor):
                clause = reading.text[start:end]
                yield quoted(
                    Candidate(
                        "milestone", start, end, clause, indicator=self._indicators.name(clause, ""),
                        target_year=year, region=self._placing.at(reading, start)[0],
                        sector=self._indicators.sector("", [clause]),
                        strictness=self._steps.strictness(reading.text, reading.sentence.start, end),
                        rule="en.milestone", confidence=self._sure["en.milestone"],
                    ),
                    state.source.text,
                )  # fmt: skip

    def _value(self, amount: Amount) -> float:
        """The value of an amount in the basic unit of its dimension."""
        return self._lexicon.canonical(amount.value, amount.unit or "")[0]


def _told_by(step: Candidate, peaked: Sequence[Candidate]) -> bool:
    """Whether a step only says in words which year of a peak it promises."""
    return any(step.start <= each.figure < step.end for each in peaked)


def _without(text: str, stretches: Sequence[Title | Row]) -> str:
    """As long as before, with spaces for the stretches."""
    parts, at = [], 0
    for each in stretches:
        parts += [text[at : each.start], " " * (each.end - each.start)]
        at = each.end
    return "".join([*parts, text[at:]])
