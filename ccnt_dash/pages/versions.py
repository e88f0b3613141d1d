"""What is on the page of changes: the released versions, and what differs from the one before, value by value?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.diff import CHANGED, REMOVED, Change, Difference, difference, label, opened
from ccnt_dash.pages import frame
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.taken import take
from ccnt_dash.store import StoreError
from ccnt_dash.texts import Words

# More values than a reader looks through; the command writes all.
MOST_VALUES = 2_000
KINDS = ("added", "changed", "removed", "same")
HOW = "python -m ccnt_dash diff OLD NEW --csv FILE\nCCNT_PREVIOUS=OLD python -m ccnt_dash serve"


def versions(reading: Reading) -> Component:
    """The page in the reader's language."""
    words = reading.words
    contents = {"versions": _released(reading), "difference": _difference(reading)}
    sections = [
        frame.Section(name, words(f"changes.{name}"), content, words(f"changes.{name}.hint"))
        for name, content in contents.items()
    ]
    return frame.sectioned(reading, "/changes", words("nav.changes"), sections)


def _released(reading: Reading) -> Children:
    words, store = reading.words, reading.answers.store
    now = store.number()
    state = "none" if not now else "beyond" if now.endswith("+") else "served"
    told = html.P(words(f"changes.{state}", number=now.rstrip("+"), checksum=store.version()))
    records = reading.drawn("versions")
    columns = [
        Column("number", words("changes.number"), 130),
        Column("published", words("changes.published"), 130),
        Column("checksum", words("changes.checksum"), 160),
        Column("changes", words("changes.changes"), 520, wraps=True),
    ]
    if not records:
        return [told]
    return [told, matrix("versions", records, columns, words), take("versions", words, query=reading.kept)]


def _difference(reading: Reading) -> Children:
    words, previous = reading.words, reading.answers.previous
    how = [html.P(words("changes.how")), html.Pre(html.Code(HOW))]
    if previous is None:
        return [html.P(words("changes.nothing")), *how]
    try:
        old = opened(previous)
        key = ("difference", old.edition(), reading.answers.store.edition())
        found: Difference = reading.answers.memory.get(key, lambda: difference(old, reading.answers.store))
    except StoreError:
        return [html.P(words("changes.unreadable")), *how]
    return [html.P(words("changes.between", old=found.old, new=found.new)), *_compared(reading, found), *how]


def _compared(reading: Reading, found: Difference) -> Children:
    words = reading.words
    counted = [{"key": table, "table": words(f"about.{table}"), **counts} for table, counts in found.counts().items()]
    columns = [Column("table", words("changes.table"), 170)]
    columns += [Column(kind, words(f"changes.{kind}"), 120) for kind in KINDS]
    if not found.changes:
        return [matrix("counts", counted, columns, words)]
    records = [record for change in found.changes for record in _records(change, reading)]
    values = [
        Column("record", words("changes.record"), 260, wraps=True, turns=True),
        Column("table", words("changes.table"), 110),
        Column("kind", words("changes.kind"), 110),
        Column("column", words("column.column"), 130),
        Column("old", words("changes.old"), 270, wraps=True),
        Column("new", words("changes.new"), 270, wraps=True),
    ]
    told = [matrix("counts", counted, columns, words), matrix("values", records[:MOST_VALUES], values, words)]
    more = len(records) - MOST_VALUES
    return [*told, html.P(words("changes.more", n=words.number(more)), className="hint")] if more > 0 else told


def _records(change: Change, reading: Reading) -> Iterator[dict[str, Any]]:
    """A line for each changed value, and one for a record that came or went."""
    words = reading.words
    known = {"record": change.key, "table": words(f"about.{change.table}"), "kind": words(f"changes.{change.kind}")}
    if change.table == "policies" and change.kind != REMOVED:
        known["page"] = f"/policy/{change.key}{reading.kept}"
    if change.kind != CHANGED:
        side = "old" if change.kind == REMOVED else "new"
        yield {"key": f"{change.table}.{change.key}", **known, side: label(change, words.lang)}
        return
    for column, old, new in change.values:
        shown = {"column": column, "old": _shown(old, words), "new": _shown(new, words)}
        yield {"key": f"{change.table}.{change.key}.{column}", **known, **shown}


def _shown(value: Any, words: Words) -> str:
    return str(words("changes.empty")) if value is None else str(value)
