"""How do text rows become staged tables, ready to be checked and loaded?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from ccnt_dash.build.complaint import Complaint
from ccnt_dash.build.decided import decided
from ccnt_dash.build.read import PLACE, read

# Columns of the text files that hold several codes, separated by semicolons: each becomes a table.
LISTS = {
    ("policies", "sectors"): ("policy_sectors", "policy_id", "sector"),
    ("policies", "issuers"): ("policy_issuers", "policy_id", "issuer"),
    ("activities", "regions"): ("activity_regions", "activity_id", "region"),
}
DERIVED = {table for table, _, _ in LISTS.values()} | {"about", "complaints", "region_borders", "region_bounds"}
COLUMNS = """
SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()
WHERE database_name = current_database() AND NOT internal GROUP BY ALL ORDER BY ALL
"""
KEYS = """
SELECT table_name, constraint_column_names FROM duckdb_constraints()
WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'
"""


def stage(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Complaint]:
    """Put the text files of `folder` into the attached database `staged`, all cells as text, corrections applied.

    What was accepted in the review stands beside the rows of the files.

    Also fills ``staged.cells``: one row per filled cell (table_name, file, line, column_name, value),
    which lets one check look at every column of its kind. What a correction quotes as wrong is no cell.
    """
    tables, complaints = read(folder, _columns(connection))
    complaints += decided(folder, tables)
    complaints += _correct(tables, dict(connection.execute(KEYS).fetchall()))
    cells = [_cells(table, frame.drop(columns="was", errors="ignore")) for table, frame in tables.items()]
    for (table, column), (listed, key, code) in LISTS.items():
        tables[listed] = _unfolded(tables[table], column, key, code)
    # In memory and not in the new file, which would keep the room that dropped tables took.
    connection.execute("ATTACH ':memory:' AS staged")
    for table, frame in tables.items():
        _put(connection, table, frame)
    _put(connection, "cells", pd.concat(cells, ignore_index=True))
    return complaints


def _put(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    texts = [column for column in frame if column not in ("_line", "line")]
    connection.register("frame", frame.astype(dict.fromkeys(texts, "str")))
    connection.table("frame").create(f"staged.{table}")
    connection.unregister("frame")


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Columns of the text file of each table: those of the schema, its list columns added."""
    found = connection.execute(COLUMNS)
    columns = {table: list(names) for table, names in found.fetchall() if table not in DERIVED}
    for table, column in LISTS:
        columns[table] = [*columns[table], column]
    return columns


def _correct(tables: dict[str, pd.DataFrame], keys: dict[str, list[str]]) -> list[Complaint]:
    """Apply corrections.csv in place; complain where the source no longer says what was wrong.

    `keys` holds the key columns of each table; a key of several columns is written with bars between them.
    """
    fixes = tables["corrections"].to_dict("records")
    places = _places(tables, keys, {fix["file"] for fix in fixes})
    complaints = []
    for fix in fixes:
        column = fix["column_name"]
        found = places.get((fix["file"], fix["key"]), [])
        known = [(frame, at) for frame, at in found if column in frame and column not in PLACE]
        said = [frame.at[at, column] for frame, at in known]
        if said == [fix["was"]]:
            frame, at = known[0]
            frame.at[at, column] = fix["now"]
            continue
        told = ", ".join(map(repr, said)) or ("no such column" if found else "no such row")
        wrong = f"is no longer what {fix['file']} says of {fix['key']} ({told})"
        right = "drop the correction or renew it"
        complaints.append(Complaint(fix["_file"], fix["_line"], "was", fix["was"] or "", wrong, right, "correction"))
    return complaints


def _places(
    tables: dict[str, pd.DataFrame], keys: dict[str, list[str]], files: set[str]
) -> dict[tuple[str, str], list[tuple[pd.DataFrame, Any]]]:
    """Where each row of the `files` stands: (file, key) -> its table and index there."""
    places: dict[tuple[str, str], list[tuple[pd.DataFrame, Any]]] = {}
    for table, frame in tables.items():
        rows = frame[frame["_file"].isin(files)]
        for at, file, *key in rows[["_file", *keys[table]]].fillna("").itertuples():
            places.setdefault((file, "|".join(key)), []).append((frame, at))
    return places


def _unfolded(frame: pd.DataFrame, column: str, key: str, code: str) -> pd.DataFrame:
    rows = frame[[key, column, *PLACE]].dropna(subset=[column]).rename(columns={column: code})
    rows[code] = rows[code].str.split(";")
    return rows.explode(code, ignore_index=True)


def _cells(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    long = frame.melt(id_vars=PLACE, var_name="column_name", value_name="_value").dropna(subset=["_value"])
    return long.rename(columns={"_file": "file", "_line": "line", "_value": "value"}).assign(table_name=table)
