"""Which rows break a rule? Runs the named queries of sql/checks*.sql."""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from ccnt_dash.build.complaint import Complaint
from ccnt_dash.build.decisions import ANEW, FILE
from ccnt_dash.build.tables import SQL

HEAD = re.compile(r"^-- check: (\w+) \((error|warning)\)\n", re.MULTILINE)


@dataclass(frozen=True)
class Check:
    """A query that must return no row; each row it returns is a culprit."""

    name: str
    level: str
    sql: str


def checks() -> tuple[Check, ...]:
    """The checks of sql/checks*.sql, in their order there."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SQL.glob("checks*.sql")))
    parts = HEAD.split(text)[1:]
    return tuple(Check(*each) for each in zip(parts[::3], parts[1::3], parts[2::3], strict=True))


def culprits(connection: duckdb.DuckDBPyConnection, check: Check) -> list[Complaint]:
    """What `check` finds in the staged tables."""
    found = connection.execute(check.sql).fetchall()
    return [
        Complaint(
            str(file),
            int(line),
            column,
            value or "",
            wrong,
            f"{right}; {ANEW}" if file == FILE else right,
            check.name,
            check.level,
        )
        for file, line, column, value, wrong, right in found
    ]
