"""Which codes are there, and what are they called? Python knows tables and fields, never members."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ccnt_dash.store import Store

TABLES = {
    "regions": "SELECT * FROM regions ORDER BY sort, region",
    "region_kinds": "SELECT * FROM region_kinds ORDER BY sort",
    "sectors": "SELECT * FROM sectors ORDER BY sort",
    "levels": "SELECT * FROM levels ORDER BY sort",
    "doc_types": "SELECT * FROM doc_types ORDER BY sort",
    "target_kinds": "SELECT * FROM target_kinds ORDER BY sort",
    "indicators": "SELECT * FROM indicators ORDER BY sort, indicator",
    "units": "SELECT * FROM units",
    "comparators": "SELECT * FROM comparators ORDER BY sort",
    "strictness_levels": "SELECT * FROM strictness_levels ORDER BY sort",
    "statuses": "SELECT * FROM statuses ORDER BY sort",
    "status_reasons": "SELECT * FROM status_reasons ORDER BY sort",
    "absence_reasons": "SELECT * FROM absence_reasons ORDER BY sort",
    "confidences": "SELECT * FROM confidences ORDER BY sort",
    "progress_statuses": "SELECT * FROM progress_statuses ORDER BY sort",
    "progress_reasons": "SELECT * FROM progress_reasons ORDER BY sort",
    "activity_kinds": "SELECT * FROM activity_kinds ORDER BY sort",
    "issuers": "SELECT * FROM issuers",
    "sources": "SELECT * FROM sources ORDER BY source_id",
}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Vocabulary:
    """Table -> code -> row, in the order of the table; and the ids of all policies."""

    tables: Mapping[str, Mapping[str, Row]]
    policies: frozenset[str]

    def __getitem__(self, table: str) -> Mapping[str, Row]:
        """Code -> row of one table."""
        return self.tables[table]

    def known(self) -> dict[str, Container[str]]:
        """Codes that the fields of Filters may hold, by vocabulary."""
        return {**self.tables, "policies": self.policies}


def vocabulary(store: Store) -> Vocabulary:
    """The vocabulary of the data set that `store` serves now."""
    return _read(store, store.version())


@lru_cache(maxsize=4)
def _read(store: Store, version: str) -> Vocabulary:
    tables = {}
    for table, sql in TABLES.items():
        tables[table] = {next(iter(row.values())): row for row in store.rows(sql)}
    return Vocabulary(tables, frozenset(row["policy_id"] for row in store.rows("SELECT policy_id FROM policies")))
