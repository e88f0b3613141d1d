"""What lies on the desk: which documents wait, what was found in each, and what has been decided about it?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccnt_dash.build.decisions import Decision, Standing
from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.describing import Describer
from ccnt_dash.ingest.inbox import Inbox, Item
from ccnt_dash.review import coined
from ccnt_dash.review.decisions import Book

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"
WORDS = Path("ingest") / "documents.csv"
INDICATORS = Path("vocab") / "indicators.csv"
STATES = (WAITING, ACCEPTED, REJECTED)


@dataclass(frozen=True)
class Case:
    """One thing to decide: a candidate, what a person added, or the document itself.

    `candidate` is None for the document. `decision` is the one in force, `conflicts` those made without knowing of it,
    `last` the id of the last decision about it, undone ones included, "" where there is none.
    """

    id: str
    candidate: Candidate | None
    decision: Decision | None = None
    conflicts: tuple[Decision, ...] = ()
    last: str = ""

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.decision is None:
            return WAITING
        return REJECTED if self.decision["action"] == "reject" else ACCEPTED

    @property
    def start(self) -> int:
        """Where in the text it begins; the document itself before everything."""
        return self.candidate.start if self.candidate else -1


@dataclass(frozen=True)
class Dossier:
    """A document with its cases in the order of the text, the document itself first."""

    item: Item
    cases: tuple[Case, ...]

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.item.document.document_id

    def case(self, case_id: str) -> Case:
        """The case of that id; KeyError if there is none."""
        for each in self.cases:
            if each.id == case_id:
                return each
        raise KeyError(case_id)

    def beside(self, case: Case, step: int) -> Case | None:
        """The case `step` further on, None beyond either end."""
        at = self.cases.index(case) + step
        return self.cases[at] if 0 <= at < len(self.cases) else None

    def next_waiting(self, case: Case) -> Case | None:
        """The next one that waits, from this one on and then from the beginning; None when all is decided."""
        at = self.cases.index(case)
        rest = [*self.cases[at + 1 :], *self.cases[:at]]
        return next((each for each in rest if each.state == WAITING), None)

    def count(self, state: str) -> int:
        """How many cases are in a state."""
        return sum(1 for each in self.cases if each.state == state)


class Desk:
    """The inbox and the book of decisions beside it. Files are read again when they have changed."""

    def __init__(self, inbox: Path, data: Path) -> None:
        """Use the folders; neither has to be there yet."""
        self.inbox = Inbox(inbox)
        self.book = Book(data)
        self._data = data
        self._describer: Describer | None = None
        self._items: dict[str, tuple[int, Item]] = {}

    @property
    def describer(self) -> Describer | None:
        """Tells what a title says; None where the folder of the text files has no words for that."""
        if self._describer is None and (self._data / WORDS).is_file():
            self._describer = Describer(self._data)
        return self._describer

    def coined(self) -> frozenset[str]:
        """Codes of indicators that decisions made, whether these stand or not, and that no text file has."""
        found, path = coined.codes(self.book.read().decisions), self._data / INDICATORS
        if not found or not path.is_file():
            return found
        with path.open(encoding="utf-8-sig", newline="") as text:
            return found - {row["indicator"] for row in csv.DictReader(text)}

    def item(self, document_id: str) -> Item:
        """The document of that id. KeyError if it is not there, ValueError if its file is spoiled."""
        path = self.inbox.folder / f"{document_id}.json"
        try:
            mark = path.stat().st_mtime_ns
        except OSError:
            raise KeyError(document_id) from None
        kept = self._items.get(document_id)
        if kept is None or kept[0] != mark:
            kept = self._items[document_id] = (mark, self.inbox.read(document_id))
        return kept[1]

    def dossier(self, document_id: str) -> Dossier:
        """The document of that id with all that is to be decided about it. Raises as `item` does."""
        return _dossier(self.item(document_id), self.book.standing(), self.book.read().decisions)

    def dossiers(self) -> Iterator[Dossier | str]:
        """All documents; what is wrong instead of those whose file is spoiled."""
        standing, decisions = self.book.standing(), self.book.read().decisions
        for document_id in self.inbox.ids():
            try:
                yield _dossier(self.item(document_id), standing, decisions)
            except KeyError:  # taken away meanwhile
                continue
            except ValueError as error:
                yield str(error)


def _dossier(item: Item, standing: Standing, decisions: Sequence[Decision]) -> Dossier:
    found: dict[str, Candidate | None] = {item.document.document_id: None, **item.candidates}
    for each in decisions:
        if each["action"] == "add" and each["document_id"] == item.document.document_id:
            found.setdefault(each.candidates[0], added(each, item.text))
    cases = [_case(key, candidate, standing) for key, candidate in found.items() if _is_there(key, found, standing)]
    return Dossier(item, tuple(sorted(cases, key=lambda case: (case.start, case.id))))


def _is_there(key: str, found: Mapping[str, Candidate | None], standing: Standing) -> bool:
    """What a person added is gone when she takes it back."""
    candidate = found[key]
    return candidate is None or candidate.rule != "" or key in standing.by_candidate


def _case(key: str, candidate: Candidate | None, standing: Standing) -> Case:
    decision = standing.by_candidate.get(key)
    if decision is not None and not standing.stands(decision):
        decision = None
    last = standing.last[key].id if key in standing.last else ""
    return Case(key, candidate, decision, standing.conflicts.get(key, ()), last)


def added(decision: Decision, text: str) -> Candidate:
    """What a person found that the rules had missed, as far as its place in the text goes."""
    start = min(int(decision["start"]), len(text) - 1)
    end = max(start + 1, min(int(decision["end"]), len(text)))
    quote, region = text[start:end], decision["region"]
    if decision["becomes"] in ("policy", "mention"):
        title = decision["title_en"] or decision["title_zh"] or quote
        return Candidate("policy", start, end, quote, region=region, confidence=1.0, policy=title)
    return Candidate(decision["kind"], start, end, quote, region=region, confidence=1.0)
