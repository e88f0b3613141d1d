"""What was added, changed and removed between two versions of the data set, value by value?"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccnt_dash.noting import Note, quiet, whole
from ccnt_dash.store import Store, StoreError


@dataclass(frozen=True)
class Table:
    """A table that is compared: its question, the columns that name a record, what a reader calls the record by."""

    sql: str
    key: tuple[str, ...]
    named: tuple[str, ...]


TABLES = {
    "policies": Table(
        """
SELECT p.*,
       (SELECT string_agg(sector, ';' ORDER BY sector) FROM policy_sectors s WHERE s.policy_id = p.policy_id) sectors,
       (SELECT string_agg(issuer, ';' ORDER BY issuer) FROM policy_issuers i WHERE i.policy_id = p.policy_id) issuers
FROM policies p ORDER BY policy_id""",
        ("policy_id",),
        ("title_en", "title_zh"),
    ),
    "targets": Table("SELECT * FROM targets ORDER BY target_id", ("target_id",), ("statement_en", "statement_zh")),
    "observations": Table(
        "SELECT * FROM observations ORDER BY region, indicator, year, source_id",
        ("region", "indicator", "year", "source_id"),
        ("value", "unit"),
    ),
    "sources": Table("SELECT * FROM sources ORDER BY source_id", ("source_id",), ("title_en", "title_zh")),
}
# Columns that the build computes from others: they tell nothing of their own.
MADE = {"standing"}
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
HEADER = ("table", "key", "change", "column", "old", "new")


@dataclass(frozen=True)
class Change:
    """A record that differs: `values` holds (column, old, new), of an added or removed one all that is filled."""

    table: str
    key: str
    kind: str
    values: tuple[tuple[str, Any, Any], ...]

    def lines(self) -> Iterator[dict[str, Any]]:
        """One line for each value."""
        for column, old, new in self.values:
            yield dict(zip(HEADER, (self.table, self.key, self.kind, column, old, new), strict=True))


@dataclass(frozen=True)
class Difference:
    """Two versions by their names, the records that differ, and by table how many are the same."""

    old: str
    new: str
    changes: tuple[Change, ...]
    same: Mapping[str, int]

    def counts(self) -> dict[str, dict[str, int]]:
        """How many records of each table are added, changed, removed and the same."""
        found = {table: {ADDED: 0, CHANGED: 0, REMOVED: 0, "same": same} for table, same in self.same.items()}
        for change in self.changes:
            found[change.table][change.kind] += 1
        return found


def opened(path: Path) -> Store:
    """The data set at `path`: a database, or an export with one in it, of this or an earlier layout of the tables.

    Raises StoreError with one line if there is none.
    """
    if path.is_dir():
        inside = sorted(path.glob("*.duckdb"))
        if len(inside) != 1:
            raise StoreError(f"{path}: {len(inside)} databases there; name a database file, or the folder of an export")
        path = inside[0]
    return Store(path, schema="")


def difference(old: Store, new: Store, note: Note = quiet) -> Difference:
    """What differs in `new` from `old`; `note` is told what is compared. StoreError where one lacks a table."""
    changes: list[Change] = []
    same = {}
    for name, table in TABLES.items():
        note(f"comparing {name}")
        before, after = _records(old, name, table), _records(new, name, table)
        found = list(compared(name, before, after))
        changes += found
        same[name] = len(before.keys() & after.keys()) - sum(each.kind == CHANGED for each in found)
    return Difference(old.edition(), new.edition(), tuple(changes), same)


def _records(store: Store, name: str, table: Table) -> dict[str, dict[str, Any]]:
    if not store.rows(
        "SELECT 1 FROM duckdb_tables() WHERE database_name = 'ccnt' AND table_name = $name", {"name": name}
    ):
        raise StoreError(f"{store.path}: has no table {name}; name a database of this data set")
    return {
        "|".join(str(row[column]) for column in table.key): {
            column: value for column, value in row.items() if column not in MADE and column not in table.key
        }
        for row in store.rows(table.sql)
    }


def compared(
    table: str, old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> Iterator[Change]:
    """The records (key -> column -> value) that differ, in the order of their keys; empty and no column are one."""
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key, {}), new.get(key, {})
        values = tuple(
            (column, before.get(column), after.get(column))
            for column in {**before, **after}
            if before.get(column) != after.get(column)
        )
        kind = ADDED if key not in old else REMOVED if key not in new else CHANGED
        if values or kind != CHANGED:
            yield Change(table, key, kind, values)


def told(found: Difference, most: int = 12) -> Iterator[str]:
    """The lines of a summary: counts by table, then the first `most` values of each."""
    yield f"{found.old} → {found.new}"
    for table, counts in found.counts().items():
        yield f"{table:<13}" + " ".join(f"{n:>8,} {kind}" for kind, n in counts.items())
    for table in found.same:
        own = [change for change in found.changes if change.table == table]
        lines = [line for change in own for line in _lines(change)]
        yield from ("", f"{table}:") if lines else ()
        yield from (f"  {line}" for line in lines[:most])
        if len(lines) > most:
            yield f"  … and {len(lines) - most:,} more; --csv FILE or --json FILE writes all"


def _lines(change: Change) -> Iterator[str]:
    if change.kind != CHANGED:
        yield f"{change.kind} {change.key}: {label(change)}"
        return
    for column, old, new in change.values:
        yield f"changed {change.key}: {column} {_shown(old)} → {_shown(new)}"


def label(change: Change, lang: str = "en") -> str:
    """What an added or removed record is called, in a language where the record has a name in it."""
    held = {column: old if change.kind == REMOVED else new for column, old, new in change.values}
    names = TABLES[change.table].named
    wanted = [name for name in names if name.endswith(f"_{lang}")] or names
    return " ".join(str(held[name]) for name in wanted if held.get(name) is not None)


def _shown(value: Any) -> str:
    text = "(empty)" if value is None else " ".join(str(value).split())
    return text if len(text) <= 80 else text[:79] + "…"


def save(found: Difference, path: Path, form: str) -> None:
    """Write every value that differs into `path`, as json or csv; OSError if it can't be written."""
    lines: Sequence[dict[str, Any]] = [line for change in found.changes for line in change.lines()]
    if form == "json":
        every = {"old": found.old, "new": found.new, "counts": found.counts(), "changes": lines}
        with whole(path) as beside:
            beside.write_text(json.dumps(every, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    with whole(path) as beside, beside.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
