"""Does each check catch its bad row, at its place, and does nothing bad reach the database?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ccnt_dash.build import BuildError, Complaint, build, check, counted
from ccnt_dash.build.check import checks
from ccnt_dash.build.tables import create
from tests.contract.bad_rows import FALL, LONG, NOTICE, POLICIES, SECTORS, TARGETS
from tests.contract.bad_rows import ROWS as FACTS
from tests.contract.bad_series import SERIES
from tests.contract.invented import GEOMETRY, invented, put

ROWS = [*FACTS, *SERIES]
HEADER = b"issuer,name_en,name_zh,short_en,region,note\n"
GOOD = "bom,Invented Bureau,虚构局,IB,140000,".encode()
# Files as they come out of spreadsheets and editors: the complaint about each as (check, line, column, value).
FILES = {
    "issuers/latin.csv": (HEADER + GOOD + b"\nx,D\xe9p\xf4t,", ("encoding", 3, "", "x,Dépôt,")),
    "issuers/gbk.csv": (HEADER + "x,Office,虚构局,O,140000,".encode("gbk"), ("encoding", 2, "", None)),
    "issuers/utf16.csv": ("issuer,name_en".encode("utf-16"), ("encoding", 1, "", None)),
    "issuers/ragged.csv": (HEADER + b"x,One, two,Y,Z,140000,", ("ragged_row", 2, "", "x,One, two,Y,Z,140000,")),
    "issuers/short.csv": (HEADER + b"\n" + GOOD[:3], ("ragged_row", 3, "", "bom")),
    "issuers/twice.csv": (HEADER.replace(b"note", b"region") + GOOD, ("header", 1, "region", "")),
    "issuers/unknown.csv": (HEADER.replace(b"note", b"colour") + GOOD + b"red", ("header", 1, "colour", "")),
    "issuers/semicolons.csv": (b"issuer;name_en\nx;One\n", ("header", 1, "issuer;name_en", "")),
    "issuers/unclosed.csv": (HEADER + b'x,"One', ("csv", 2, "", "")),
    "issuers/stray.csv": (HEADER + b'x,"One" two,Z,Y,140000,', ("csv", 2, "", "")),
    "issuers/zz.csv": (HEADER + b"invented-office" + GOOD[3:], ("duplicate_key", 2, "issuer", "invented-office")),
    "sources/bad_toml/source.toml": (b'publisher = "unclosed', ("toml", 0, "", "")),
    "sources/bad_latin/source.toml": (b'publisher = "D\xe9p\xf4t"', ("encoding", 1, "", None)),
}


@dataclass(frozen=True)
class Spoiled:
    """What one build of the invented data with all bad rows and files said and left behind."""

    lines: dict[int, int]
    complaints: tuple[Complaint, ...]
    message: str
    database: Path


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Spoiled:
    folder = invented(tmp_path_factory.mktemp("spoiled") / "data")
    lines = {at: row.put(folder, at) for at, row in enumerate(ROWS)}
    put(folder / "corrections.csv", "policies/invented.csv", was="1999")
    for name, (raw, _) in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(raw)
    (folder / "issuers/bom.csv").write_bytes(b"\xef\xbb\xbf" + HEADER + GOOD + b"\r\n,,,,,\r\n\r\n")
    database = folder.parent / "served" / "ccnt.duckdb"
    database.parent.mkdir()
    database.write_bytes(b"served until now")
    with pytest.raises(BuildError) as failed:
        build(folder, database, GEOMETRY)
    return Spoiled(lines, failed.value.complaints, str(failed.value), database)


def test_each_check_has_a_bad_row_and_each_row_a_check() -> None:
    assert {row.check for row in ROWS} | {"empty_table"} == {each.name for each in checks()}


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[str(row) for row in ROWS])
def test_a_bad_row_is_caught_at_its_place(at: int, spoiled: Spoiled) -> None:
    row = ROWS[at]
    here = [each for each in spoiled.complaints if (each.file, each.line) == (row.file, spoiled.lines[at])]
    told = [each for each in here if (each.check, each.column, each.value) == (row.check, row.column, row.value)]
    assert told, here
    assert row.right in told[0].right
    assert {each.check for each in here} <= {row.check, *row.also.split()}
    assert {each.level for each in told} == {each.level for each in checks() if each.name == row.check}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_caught(name: str, spoiled: Spoiled) -> None:
    check, line, column, value = FILES[name][1]
    told = [each for each in spoiled.complaints if (each.file, each.check) == (name, check)]
    assert [(each.line, each.column, value and each.value) for each in told] == [(line, column, value)]


def test_good_rows_are_left_alone(spoiled: Spoiled) -> None:
    bad = {(row.file, spoiled.lines[at]) for at, row in enumerate(ROWS)}
    others = {(each.file, each.line) for each in spoiled.complaints} - bad
    assert others <= {(name, line) for name in FILES for line in range(5)} | {
        ("corrections.csv", 2), ("geo/provinces.geojson", 0), ("merges.csv", 3)
    }  # fmt: skip


def test_a_correction_that_no_longer_holds_is_caught(spoiled: Spoiled) -> None:
    told = next(each for each in spoiled.complaints if each.check == "correction")
    assert (told.file, told.line, told.column, told.value) == ("corrections.csv", 2, "was", "1999")
    assert "('2024')" in told.wrong


def test_all_complaints_come_at_once_in_order_one_line_each(spoiled: Spoiled) -> None:
    assert list(spoiled.complaints) == sorted(spoiled.complaints)
    *lines, last = spoiled.message.split("\n")
    assert lines == [str(each) for each in spoiled.complaints]
    assert last == f"not built: {counted(spoiled.complaints)}"


def test_the_served_database_stays_and_nothing_lies_beside_it(spoiled: Spoiled) -> None:
    assert spoiled.database.read_bytes() == b"served until now"
    assert list(spoiled.database.parent.iterdir()) == [spoiled.database]


def test_three_errors_in_three_files_are_told_in_one_run(folder: Path) -> None:
    invented(folder)
    lines = (
        put(folder / POLICIES, NOTICE, published="2024-13"),
        put(folder / SECTORS, "waste", colour="red"),
        put(folder / TARGETS, FALL, value="ten"),
    )
    told = [(each.file, each.line, each.column, each.value) for each in check(folder, GEOMETRY)]
    assert told == [
        (POLICIES, lines[0], "published", "2024-13"),
        (TARGETS, lines[2], "value", "ten"),
        (SECTORS, lines[1], "colour", "red"),
    ]


def test_an_empty_folder_is_no_data_set(folder: Path) -> None:
    folder.mkdir()
    told = {each.file for each in check(folder, GEOMETRY) if each.check == "empty_table"}
    assert {"regions", "sectors", "indicators", "texts", "sources"} <= told


def test_warnings_do_not_stop_a_build_and_are_listed(folder: Path) -> None:
    invented(folder)
    line = put(folder / POLICIES, NOTICE, quote=LONG)
    built = build(folder, folder.parent / "ccnt.duckdb", GEOMETRY)
    assert [(each.level, each.check, each.file, each.line) for each in built.warnings] == [
        ("warning", "long_quote", POLICIES, line)
    ]


def test_the_invented_data_set_builds_without_a_complaint(folder: Path) -> None:
    built = build(invented(folder), folder.parent / "ccnt.duckdb", GEOMETRY)
    assert not built.warnings
    with duckdb.connect(str(built.database), read_only=True) as database:
        assert database.execute("SELECT published FROM policies WHERE region = '140100'").fetchone() == ("2024-07",)
        assert database.execute("SELECT value_high FROM targets WHERE comparator = 'range'").fetchone() == (140000.0,)
        assert database.execute("SELECT count(*) FROM targets WHERE value IS NULL").fetchone() == (1,)


def test_what_a_check_misses_is_refused_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccnt_dash.build.checks", lambda: ())
    put(invented(folder) / POLICIES, NOTICE, title_zh="")
    with pytest.raises(BuildError, match=r"sql/load\.sql: was refused \(Constraint Error"):
        build(folder, folder.parent / "ccnt.duckdb", GEOMETRY)


def test_each_rule_of_the_schema_has_a_bad_row() -> None:
    with duckdb.connect(":memory:") as catalogue:
        create(catalogue)
        rules = catalogue.execute(
            "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'CHECK'"
        ).fetchall()
        types = catalogue.execute("SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal").fetchall()
    tables = {
        row.file: Path(row.file).stem if row.file.startswith("vocab/") else row.file.split("/")[0] for row in ROWS
    }
    tried = {(tables[row.file].removesuffix(".csv"), row.column) for row in ROWS}
    assert [
        (table, columns) for table, columns in rules if not any((table, column) in tried for column in columns)
    ] == []
    assert {name for (name,) in types} == {"VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN"}
