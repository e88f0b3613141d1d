"""Do text rows become staged tables, with lists unfolded and corrections applied?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ccnt_dash.build.stage import stage
from ccnt_dash.build.tables import create

HEADER = "file,key,column_name,was,now,reason_en\n"
POLICY = "policies/lanterns.csv"


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as made:
        create(made)
        yield made


@pytest.fixture
def lanterns(folder: Path) -> Path:
    """A folder with one policy, "red", of two sectors."""
    (folder / "policies").mkdir(parents=True)
    (folder / POLICY).write_text("policy_id,published,sectors,issuers\nred,2016,energy;waste,moon\n", encoding="utf-8")
    return folder


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    return connection.execute(sql).fetchall()


def test_each_table_of_the_schema_is_staged_as_text(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    stage(connection, lanterns)
    tables = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
    made = {"about", "complaints", "region_borders", "region_bounds"}
    for table in {table for (table,) in rows(connection, tables)} - made:
        typed = {name: kind for name, kind, *_ in rows(connection, f"DESCRIBE staged.{table}") if name != "_line"}
        assert set(typed.values()) == {"VARCHAR"}, table
        assert {name for name, *_ in rows(connection, f"DESCRIBE {table}")} <= set(typed)


def test_a_list_becomes_rows_that_know_their_place(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    stage(connection, lanterns)
    assert rows(connection, "FROM staged.policy_sectors ORDER BY sector") == [
        ("red", "energy", POLICY, 2),
        ("red", "waste", POLICY, 2),
    ]


def test_each_filled_cell_is_a_row(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    stage(connection, lanterns)
    found = rows(connection, "SELECT table_name, file, line, column_name, value FROM staged.cells ORDER BY column_name")
    assert found == [
        ("policies", POLICY, 2, "issuers", "moon"),
        ("policies", POLICY, 2, "policy_id", "red"),
        ("policies", POLICY, 2, "published", "2016"),
        ("policies", POLICY, 2, "sectors", "energy;waste"),
    ]


@pytest.mark.parametrize(
    ("column", "was", "now"),
    [
        ("published", "2016", "2026-07"),
        ("published", "2016", ""),
        ("title_en", "", "Red"),
        ("issuers", "moon", "sun;star"),
    ],
)
def test_a_correction_is_applied(
    connection: duckdb.DuckDBPyConnection, lanterns: Path, column: str, was: str, now: str
) -> None:
    (lanterns / "corrections.csv").write_text(f"{HEADER}{POLICY},red,{column},{was},{now},why\n", encoding="utf-8")
    assert stage(connection, lanterns) == []
    assert rows(connection, f"SELECT {column} FROM staged.policies") == [(now or None,)]


def test_a_corrected_list_is_unfolded(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    (lanterns / "corrections.csv").write_text(f"{HEADER}{POLICY},red,issuers,moon,sun;star,why\n", encoding="utf-8")
    stage(connection, lanterns)
    assert rows(connection, "SELECT issuer FROM staged.policy_issuers ORDER BY issuer") == [("star",), ("sun",)]


@pytest.mark.parametrize(
    ("fix", "found"),
    [
        (f"{POLICY},red,published,2015,2026", "('2016')"),
        (f"{POLICY},red,title_en,Red,Reddish", "(None)"),
        (f"{POLICY},blue,published,2016,2026", "(no such row)"),
        (f"{POLICY},red,colour,2016,2026", "(no such column)"),
        (f"{POLICY},red,_file,{POLICY},elsewhere", "(no such column)"),
        ("policies/moved.csv,red,published,2016,2026", "(no such row)"),
        (",,,,", "(no such row)"),
    ],
)
def test_a_correction_that_does_not_hold_is_told(
    connection: duckdb.DuckDBPyConnection, lanterns: Path, fix: str, found: str
) -> None:
    (lanterns / "corrections.csv").write_text(f"{HEADER}{fix},why\n", encoding="utf-8")
    (complaint,) = stage(connection, lanterns)
    assert (complaint.check, complaint.file, complaint.line, complaint.column) == (
        "correction",
        "corrections.csv",
        2,
        "was",
    )
    assert complaint.wrong.endswith(found)
    assert rows(connection, "SELECT published, _file FROM staged.policies") == [("2016", POLICY)]


def test_a_key_of_several_columns_is_written_with_bars(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    (lanterns / "observations").mkdir()
    (lanterns / "observations/lit.csv").write_text(
        "region,indicator,year,value,source_id\n140000,oil,2023,1,moon\n140000,oil,2024,1,moon\n", encoding="utf-8"
    )
    fix = "observations/lit.csv,140000|oil|2024|moon,value,1,2,why\n"
    (lanterns / "corrections.csv").write_text(HEADER + fix, encoding="utf-8")
    assert stage(connection, lanterns) == []
    assert rows(connection, "SELECT year, value FROM staged.observations ORDER BY year") == [
        ("2023", "1"),
        ("2024", "2"),
    ]


def test_a_second_correction_of_one_cell_is_told(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    fixes = f"{POLICY},red,published,2016,2024,why\n{POLICY},red,published,2016,2025,why\n"
    (lanterns / "corrections.csv").write_text(HEADER + fixes, encoding="utf-8")
    assert [each.line for each in stage(connection, lanterns)] == [3]


def test_what_a_correction_quotes_as_wrong_is_no_cell(connection: duckdb.DuckDBPyConnection, lanterns: Path) -> None:
    (lanterns / POLICY).write_text("policy_id,published\nred,Jan-25\n", encoding="utf-8")
    (lanterns / "corrections.csv").write_text(f"{HEADER}{POLICY},red,published,Jan-25,2025,why\n", encoding="utf-8")
    assert stage(connection, lanterns) == []
    assert rows(connection, "FROM staged.cells WHERE value = 'Jan-25'") == []
