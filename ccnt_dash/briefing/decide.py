"""What did an editor decide about the items of an issue, and how is that kept in text files?

data/issues.csv has a row for each issue, data/briefings/<issue>.csv one for each of its items. Running again adds what
is new and keeps every decision.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ccnt_dash.briefing.issue import Item, Sentence, Span

NAME = re.compile(r"[a-z0-9-]{1,60}")
ISSUES, BRIEFINGS = "issues.csv", "briefings"
ISSUE_COLUMNS = ("issue", "title_en", "title_zh", "starts", "ends", "regions", "sectors", "published")
ITEM_COLUMNS = ("issue", "record", "section", "place", "state", "text_en", "text_zh")
# An item whose text is held fast stays even where its record no longer lies within the issue.
HELD = ("locked", "rewritten")
STATES = ("new", "kept", *HELD, "dropped")
# Places are left free between items, so that one can be put between two others.
STEP = 10


@dataclass(frozen=True)
class Decision:
    """What is kept of one item; the texts are "" unless it is locked or rewritten."""

    record: str
    section: str
    place: int
    state: str
    text_en: str = ""
    text_zh: str = ""

    def text(self, lang: str) -> str:
        """Its text in a language."""
        return self.text_zh if lang == "zh" else self.text_en

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Decision:
        """A row of the table or of the file; ValueError where a place is no number or a state none."""
        texts = {name: str(row.get(name) or "") for name in ("record", "section", "state", "text_en", "text_zh")}
        place = str(row["place"])
        if not place.isdigit():
            raise ValueError(f"{texts['record']}: place is {place!r}; it should be a number such as 10")
        if texts["state"] not in STATES:
            raise ValueError(f"{texts['record']}: state is {texts['state']!r}; it should be one of {', '.join(STATES)}")
        return cls(texts["record"], texts["section"], int(place), texts["state"], texts["text_en"], texts["text_zh"])


def decided(items: Iterable[Item], decisions: Iterable[Decision], lang: str, more: str) -> list[Item]:
    """The items in the editor's order and words, new ones last in their section; `more` names the link to a record."""
    made = {item.record: item for item in items}
    kept = []
    for each in sorted(decisions, key=lambda each: each.place):
        found = made.pop(each.record, None)
        if each.state == "dropped" or (found is None and each.state not in HELD):
            continue
        kept.append(_held(each, found, lang, more))
    return [*kept, *(replace(item, state="new") for item in made.values())]


def _held(decision: Decision, item: Item | None, lang: str, more: str) -> Item:
    """The item in its section, in its held words if it has any."""
    found = item or Item(decision.record, decision.section, (), link=_page(decision.record))
    text = decision.text(lang) if decision.state in HELD else ""
    if not text:
        return replace(found, section=decision.section, state=decision.state)
    lines = [line for line in text.split("\n") if line.strip()]
    sentences = [_said(line, decision.record) for line in lines if not line.startswith("- ")]
    bullets = tuple(_said(line[2:], decision.record) for line in lines if line.startswith("- "))
    if found.link:
        sentences.append(Sentence((Span(more, found.link),), (decision.record,)))
    section, state = decision.section, decision.state
    return replace(
        found, section=section, state=state, sentences=tuple(sentences), bullets=bullets, quote=None, stem=""
    )


def _said(text: str, record: str) -> Sentence:
    return Sentence((Span(text),), (record,))


def _page(record: str) -> str:
    kind, _, code = record.partition(":")
    return f"/policy/{code}" if kind == "policy" else ""


def known(data: Path, name: str) -> tuple[dict[str, str], list[Decision]]:
    """The row of an issue and its decisions as the text files have them; an empty row where there is no such issue.

    Raises ValueError where a file holds what can't be, OSError where one can't be read.
    """
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of an issue; use small letters, digits and hyphens, such as 2024-summer")
    row = next((row for row in _rows(data / ISSUES) if row["issue"] == name), {})
    return row, [Decision.of(each) for each in _rows(data / BRIEFINGS / f"{name}.csv")]


def save(
    data: Path, row: Mapping[str, str], items: Mapping[str, Sequence[Item]], decisions: Sequence[Decision]
) -> list[str]:
    """Write an issue into the text files: its row, and its items in each language (language -> the same items).

    Gives the records that are new since the last time. Raises OSError where a file can't be written.
    """
    others = [each for each in _rows(data / ISSUES) if each["issue"] != row["issue"]]
    _write(data / ISSUES, ISSUE_COLUMNS, [*others, row])
    before = {each.record: each for each in decisions}
    texts = {lang: {item.record: item.text for item in found} for lang, found in items.items()}
    places: dict[str, int] = {}
    lines = []
    for item in items["en"]:
        places[item.section] = places.get(item.section, 0) + STEP
        lines.append(_line(item, before, places[item.section], texts))
    lines += [each for each in decisions if each.state == "dropped"]
    order = list(dict.fromkeys(each.section for each in lines))
    lines.sort(key=lambda each: (order.index(each.section), each.place))
    rows = [{"issue": row["issue"], **vars(each)} for each in lines]
    _write(data / BRIEFINGS / f"{row['issue']}.csv", ITEM_COLUMNS, rows)
    return [each.record for each in lines if each.record not in before]


def _line(item: Item, before: Mapping[str, Decision], place: int, texts: Mapping[str, Mapping[str, str]]) -> Decision:
    """What is kept of an item: its held words, written down the first time, or only where it stands."""
    decision = before.get(item.record)
    if decision is None:
        return Decision(item.record, item.section, place, "new" if before else "kept")
    if decision.state not in HELD:
        return Decision(item.record, item.section, place, "kept")
    held = {f"text_{lang}": decision.text(lang) or found.get(item.record, "") for lang, found in texts.items()}
    return replace(decision, place=place, **held)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
