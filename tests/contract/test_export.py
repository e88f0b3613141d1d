"""Can others read the data set: with a validator, with DuckDB, and with nothing but open licences?"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import frictionless
import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.build import build
from ccnt_dash.export import INTERNAL, NAME, export
from ccnt_dash.store import Store
from tests.contract.invented import GEOMETRY, invented, put


@pytest.fixture(scope="module")
def out(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the shipped data set."""
    folder = tmp_path_factory.mktemp("export") / "out"
    export(store, folder)
    return folder


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_the_validator_accepts_it(out: Path) -> None:
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "note"])[:5]
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    files = {path.relative_to(out).as_posix() for path in out.rglob("*.*")} - {"datapackage.json"}
    assert {each["path"] for each in package["resources"]} == files


def test_the_validator_would_see_a_wrong_code(out: Path, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled"
    spoiled.mkdir()
    for path in [out / "datapackage.json", *(out / "csv").glob("*.csv")]:
        copy = spoiled / path.relative_to(out)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes().replace(b",410000,", b",419999,", 1))
    report = frictionless.validate(str(spoiled / "datapackage.json"), checks=[])
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def test_every_table_of_the_database_is_there_row_by_row(out: Path, store: Store) -> None:
    tables = [
        row["table_name"]
        for row in store.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'ccnt'")
        if row["table_name"] not in INTERNAL
    ]
    assert {"policies", "targets", "observations", "sources", "regions", "corrections"} <= set(tables)
    for name in tables:
        rows = store.rows(f"FROM {name}")
        packed = duckdb.read_parquet(str(out / "parquet" / f"{name}.parquet"))
        assert len(table(out, name)) == len(packed.fetchall()) == len(rows), name
    quote = store.rows("SELECT quote FROM targets WHERE target_id = 'shanxi-2024-pilot-measures.01'")
    assert [row["quote"] for row in table(out, "targets") if row["target_id"] == "shanxi-2024-pilot-measures.01"] == [
        row["quote"] for row in quote
    ]


def test_each_column_is_explained_in_both_languages(out: Path) -> None:
    with (out / "dictionary.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert rows
    assert not [row for row in rows if not (row["comment"] and row["comment_zh"])]
    with duckdb.connect(str(out / f"{NAME}.duckdb"), read_only=True) as database:
        bare = "SELECT table_name FROM {} WHERE comment IS NULL AND NOT internal"
        assert database.execute(bare.format("duckdb_tables()")).fetchall() == []
        assert database.execute(bare.format("duckdb_columns()")).fetchall() == []


def test_an_earlier_export_is_replaced_and_nothing_else(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(store, folder)
    (folder / "csv" / "stale.csv").write_text("gone", encoding="utf-8")
    export(store, folder)
    assert not (folder / "csv" / "stale.csv").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(ValueError, match="holds other files"):
        export(store, tmp_path / "mine")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_open_data_set_holds_open_sources_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "open"), "--open"]) == 0
    assert "tables into" in capsys.readouterr().out
    assert {row["rating"] for row in table(tmp_path / "open", "sources")} == {"green"}
    used = {
        row["source_id"] for name in ("policies", "targets", "observations") for row in table(tmp_path / "open", name)
    }
    assert used == {row["source_id"] for row in table(tmp_path / "open", "sources")}
    assert frictionless.validate(str(tmp_path / "open" / "datapackage.json")).valid


def test_a_policy_stays_in_the_open_data_set_if_any_open_source_names_it(folder: Path, tmp_path: Path) -> None:
    invented(folder)
    path = folder / "sources" / "invented_2024" / "source.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"green"', '"amber"'), encoding="utf-8")
    yearbook = folder / "sources" / "invented_yearbook" / "source.toml"
    yearbook.write_text(yearbook.read_text(encoding="utf-8").replace('"derived"', '"green"'), encoding="utf-8")
    put(folder / "targets" / "invented.csv", "invented-taiyuan-rules.01", source_id="invented_yearbook")
    built = build(folder, tmp_path / "open.duckdb", GEOMETRY, open_only=True)
    with duckdb.connect(str(built.database), read_only=True) as database:
        kept = database.execute("SELECT policy_id, source_id, quote, implements FROM policies ORDER BY ALL").fetchall()
        assert kept == [
            ("invented-national-plan", "invented_yearbook", None, None),
            ("invented-taiyuan-rules", "invented_yearbook", None, None),
        ]
        assert database.execute("SELECT target_id FROM targets").fetchall() == [("invented-taiyuan-rules.01",)]
    assert built.version.endswith("-open")
