"""What has been decided in the review, and what of it stands?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ccnt_dash.build.complaint import Complaint

FILE = "review/decisions.csv"
# Lines are never edited: what would be right besides what a check says.
ANEW = "decide it anew in the review, or take the decision back there"
ACTIONS = ("accept", "change", "reject", "split", "merge", "add", "undo")
# What an accepted part becomes: a row of which table.
BECOMES = {
    "source": "sources",
    "indicator": "indicators",
    "policy": "policies",
    "mention": "policy_sources",
    "target": "targets",
}
# What a policy may say of another one, and the column that says from what that is known.
LINKS = {"implements": "implements_reason", "superseded_by": "superseded_reason"}
ABOUT = (
    *("decision_id", "decided_at", "editor", "action", "reason", "document_id", "candidate_ids", "part", "becomes"),
    *("changed", "knew", "against", "undoes", "rule", "sure", "start", "end"),
)
# Columns that came later stand at the end, so that they fit behind those of an older file.
LATER = (
    *("implements", "implements_reason", "superseded_by", "superseded_reason"),
    *("name_en", "name_zh", "display_unit", "better", "additive", "definition_en", "definition_zh"),
)
FIRST = (
    *("policy_id", "target_id", "source_id", "kind", "region", "sector", "indicator", "comparator", "value"),
    *("value_high", "value_aspired", "unit", "value_source", "unit_source", "base_year", "base_value", "target_year"),
    *("strictness", "statement_en", "statement_zh", "scope_en", "scope_zh", "title_en", "title_zh", "title_original"),
    *("summary_en", "summary_zh", "level", "doc_type", "document_number", "published", "period_start", "period_end"),
    *("status", "status_reason", "sectors", "issuers", "url", "quote", "quote_lang", "confidence", "note", "locator"),
    *("publisher", "accessed", "licence", "rating", "citation", "sha256"),
)
# Named as the columns of the tables that they go into.
FIELDS = (*FIRST, *LATER)
# What rules can find; beside each stands what they found.
FOUND = (
    *("kind", "region", "sector", "indicator", "comparator", "value", "value_high", "value_aspired", "unit"),
    *("value_source", "unit_source", "base_year", "base_value", "target_year", "strictness", "title_en", "title_zh"),
    *("level", "doc_type", "document_number", "published", "period_start", "period_end", "sectors", "issuers", "quote"),
)
COLUMNS = (*ABOUT, *FIRST, *(f"was_{name}" for name in FOUND), *LATER)

Cells = Mapping[str, str]


def sort_in(sector: str, known: Iterable[tuple[str, int]]) -> int:
    """Where a new indicator of a sector stands: behind the others of it. `known` has sector and place of each."""
    return (
        max((sort for each, sort in known if each == sector), default=max((sort for _, sort in known), default=0)) + 1
    )


@dataclass(frozen=True)
class Decision:
    """One decision: its lines, which differ only in what each part becomes, and the line of the file it begins at."""

    line: int
    parts: tuple[Cells, ...]

    def __getitem__(self, column: str) -> str:
        """A cell of the first part."""
        return self.parts[0].get(column, "")

    @property
    def id(self) -> str:
        """What it is called; made from what was decided."""
        return self["decision_id"]

    @property
    def candidates(self) -> tuple[str, ...]:
        """What it is about."""
        return tuple(each for each in self["candidate_ids"].split(";") if each)

    @property
    def whole(self) -> bool:
        """Are all parts there? "2/3" is the second of three."""
        told = [part.get("part", "") for part in self.parts]
        return told == [f"{at}/{len(told)}" for at in range(1, len(told) + 1)]


@dataclass(frozen=True)
class Read:
    """The lines of a file of decisions: those that can be understood, what is wrong, and where a torn end begins.

    `torn` is the position of the first byte that does not belong to a whole decision, None where there is none.
    `header` is the last one: where columns came later, a line within the file names them.
    """

    decisions: tuple[Decision, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    torn: int | None = None
    header: tuple[str, ...] = ()
    lines: int = 0

    def with_more(self, raw: bytes) -> Read:
        """The same after whole lines were added at the end, which saves reading all of them again."""
        if not self.header:
            return read(raw)
        added = read(_row(self.header) + raw)
        more = tuple(replace(each, line=each.line + self.lines - 1) for each in added.decisions)
        return replace(
            self, decisions=(*self.decisions, *more), header=added.header, lines=self.lines + added.lines - 1
        )


def read(raw: bytes) -> Read:
    """The decisions in the bytes of a file. Each stands on one line, so a spoiled line spoils no other."""
    lines = raw.split(b"\n")
    tail = lines.pop()
    header, complaints = tuple(_cells(lines[0])) if lines else (), []
    if not lines:
        return Read(torn=0 if tail else None)
    lost = [name for name in ABOUT if name not in header]
    if lost:
        wrong, right = f"lacks {', '.join(lost)}", "restore the header line"
        return Read((), (Complaint(FILE, 1, lost[0], "", wrong, right, "decisions"),), None, header)
    groups: list[list[tuple[int, Cells]]] = []
    headers = {len(header): header}  # by width: joined files may have lines of the older one behind the newer one
    for at, line in enumerate(lines[1:], 2):
        cells = _cells(line)
        if cells[:1] == [ABOUT[0]] and set(ABOUT) <= set(cells):
            header = headers[len(cells)] = tuple(cells)
            continue
        if len(cells) not in headers:
            wrong = f"has {len(cells)} cells where the header has {len(header)}"
            complaints += _spoiled(at, line, wrong) if line.strip() else []
            continue
        row = dict(zip(headers[len(cells)], cells, strict=True))
        if groups and row["part"][:2] != "1/" and groups[-1][0][1]["decision_id"] == row["decision_id"]:
            groups[-1].append((at, row))
        else:
            groups.append([(at, row)])
    torn = len(raw) - len(tail) if tail else None
    found = [Decision(group[0][0], tuple(row for _, row in group)) for group in groups]
    if found and not found[-1].whole and groups[-1][-1][0] == len(lines):
        torn = sum(len(line) + 1 for line in lines[: found.pop().line - 1])
    complaints += [each for decision in found for each in _impossible(decision)]
    return Read(tuple(each for each in found if each.whole), tuple(complaints), torn, header, len(lines))


def _row(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode()


def _cells(line: bytes) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line.decode("utf-8-sig").rstrip("\r"), newline=""), strict=True), [])
    except (csv.Error, UnicodeDecodeError):
        return []


def _spoiled(at: int, line: bytes, wrong: str) -> list[Complaint]:
    value = line[:60].decode("utf-8", "replace")
    return [Complaint(FILE, at, "", value, wrong, "restore the line; decisions are never edited", "decisions")]


def _impossible(decision: Decision) -> list[Complaint]:
    told = [
        ("part", decision["part"], decision.whole, "lacks a part of its decision", "restore the lines of the decision"),
        ("action", decision["action"], decision["action"] in ACTIONS, "is no action", f"one of: {', '.join(ACTIONS)}"),
    ] + [
        ("becomes", becomes, becomes in ("", *BECOMES), "is no kind of row", f"one of: {', '.join(BECOMES)}")
        for becomes in (part.get("becomes", "") for part in decision.parts)
    ]
    return [
        Complaint(FILE, decision.line, column, value, wrong, right, "decisions")
        for column, value, well, wrong, right in told
        if not well
    ]


@dataclass(frozen=True)
class Standing:
    """What stands: by candidate the decision in force, and the ones that were made without knowing of it."""

    by_candidate: Mapping[str, Decision] = field(default_factory=dict)
    conflicts: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    last: Mapping[str, Decision] = field(default_factory=dict)

    def in_force(self) -> list[Decision]:
        """Each decision that stands for all it is about, in the order of the file."""
        kept = {each.id: each for each in self.by_candidate.values() if self.stands(each)}
        return sorted(kept.values(), key=lambda each: each.line)

    def stands(self, decision: Decision) -> bool:
        """Is it the one in force for everything it is about?"""
        return all(self.by_candidate.get(each) is decision for each in decision.candidates)


def standing(decisions: Sequence[Decision]) -> Standing:
    """What stands of `decisions`, given in the order they were made.

    The last word on a candidate counts, unless it was taken back, or its editor did not know of the word before:
    such a decision is kept as a conflict until somebody who knows both decides. Taking back may itself be taken back.
    """
    once: dict[str, Decision] = {}
    for each in decisions:
        once.setdefault(each.id, each)  # joined files may repeat one
    decisions = [*once.values()]
    blind = _blind(decisions)
    undone = _undone(decisions, blind)
    last: dict[str, Decision] = {}
    for each in decisions:
        last.update(dict.fromkeys(each.candidates, each))
    by_candidate: dict[str, Decision] = {}
    conflicts: dict[str, tuple[Decision, ...]] = {}
    for each in decisions:
        if each["action"] == "undo" or each.id in undone:
            continue
        for candidate in each.candidates:
            if each.id in blind:
                conflicts[candidate] = (*conflicts.get(candidate, ()), each)
            else:
                by_candidate[candidate] = each
                conflicts.pop(candidate, None)
    return Standing(by_candidate, conflicts, last)


def _blind(decisions: Iterable[Decision]) -> set[str]:
    """Those whose editor did not know the last word before: at one desk at the same time, or in another copy."""
    blind: set[str] = set()
    last: dict[str, str] = {}
    for each in decisions:
        knew = each["knew"].split(";")
        if any(last.get(candidate, knew[0]) not in knew for candidate in each.candidates):
            blind.add(each.id)
        last.update(dict.fromkeys(each.candidates, each.id))
    return blind


def _undone(decisions: Iterable[Decision], blind: set[str]) -> set[str]:
    undone: set[str] = set()
    for each in reversed(list(decisions)):
        if each["action"] == "undo" and each.id not in blind and each.id not in undone:
            undone.add(each["undoes"])
    return undone
