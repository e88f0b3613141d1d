"""How does the whole data set leave the house? As a Frictionless Data Package, and as one DuckDB file."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from ccnt_dash.noting import Note, quiet
from ccnt_dash.store import Store

NAME = "china-climate-policy"
# Made for the pages only: repeated facts, and the texts of the interface.
INTERNAL = {
    "policy_facts",
    "target_facts",
    "indicator_places",
    "target_years",
    "collected_places",
    "observed_years",
    "standing_targets",
    "findable",
    "search_terms",
    "postings",
    "texts",
}
TYPES = {"VARCHAR": "string", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean"}
TABLES = "SELECT table_name AS name, comment FROM duckdb_tables() WHERE database_name = 'ccnt' ORDER BY table_oid"
FIELDS = """
SELECT table_name, column_name AS name, data_type, comment, NOT is_nullable AS required,
       meaning_of(table_name, column_name).zh AS comment_zh
FROM duckdb_columns() WHERE database_name = 'ccnt' ORDER BY table_oid, column_index
"""
KEYS = """
SELECT table_name, constraint_type AS kind, constraint_column_names AS columns,
       referenced_table, referenced_column_names
FROM duckdb_constraints() WHERE database_name = 'ccnt' AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
ORDER BY table_oid, constraint_index
"""
DICTIONARY = ("table_name", "name", "data_type", "required", "comment", "comment_zh")


def export(store: Store, folder: Path, note: Note = quiet) -> int:
    """Write the data set into `folder` and return the number of tables.

    There, one CSV and one Parquet file per table, ``datapackage.json`` after the Data Package standard with schema,
    keys, sources and licences, ``dictionary.csv``, and one DuckDB file with comments on tables and columns.
    It is written beside and put in place when whole; an earlier export there is replaced. `note` is told
    which file is written. Raises ValueError if `folder` holds anything else, OSError if a file can't be written.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "datapackage.json").is_file():
        raise ValueError(f"{folder} holds other files; name an empty folder, or one of an earlier export")
    beside, before = (folder.with_name(f".{folder.name}.{name}") for name in ("partial", "before"))
    shutil.rmtree(beside, ignore_errors=True)
    try:
        tables = _write(store, beside, note)
        _replace(folder, beside, before)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tables


def _replace(folder: Path, beside: Path, before: Path) -> None:
    """Put what was written in place; whoever interrupts finds the old folder or the new one."""
    shutil.rmtree(before, ignore_errors=True)
    try:
        if folder.exists():
            folder.replace(before)
        beside.replace(folder)
    finally:
        if before.exists() and not folder.exists():
            before.replace(folder)
        shutil.rmtree(before, ignore_errors=True)


def _write(store: Store, folder: Path, note: Note) -> int:
    tables = [table for table in store.rows(TABLES) if table["name"] not in INTERNAL]
    fields = [field for field in store.rows(FIELDS) if field["table_name"] not in INTERNAL]
    for form in ("csv", "parquet"):
        (folder / form).mkdir(parents=True)
        for at, table in enumerate(tables, 1):
            note(f"{table['name']}.{form}, {at} of {len(tables)} tables")
            store.save(table["name"], folder / form / f"{table['name']}.{form}")
    with (folder / "dictionary.csv").open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, DICTIONARY, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(fields)
    note(f"{NAME}.duckdb")
    shutil.copyfile(store.path, folder / f"{NAME}.duckdb")
    note("checksums of all files")
    package = json.dumps(_package(store, folder, tables, fields), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8")
    return len(tables)


def _package(store: Store, folder: Path, tables: list[dict[str, Any]], fields: list[dict[str, Any]]) -> dict[str, Any]:
    keys = store.rows(KEYS)
    return {
        "profile": "data-package",
        "name": NAME,
        "title": "Climate policies and targets of China, its provinces and its cities",
        "version": store.number() or store.version(),
        "checksum": store.version(),
        "description": "Policies, quantified targets with the sentence each came from, and what has happened since. "
        "Facts come under the terms of their sources, see the table sources; column source_id leads to them.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Vocabularies, summaries and translations; facts under the terms of their sources",
            }
        ],
        "sources": [_source(row) for row in store.rows("SELECT * FROM sources ORDER BY source_id")],
        "resources": [
            *(_table(table, fields, keys, folder) for table in tables),
            *(_file(folder, path) for path in sorted(folder.rglob("*.*")) if path.parent.name != "csv"),
        ],
    }


def _source(row: dict[str, Any]) -> dict[str, Any]:
    named = {"title": f"{row['title_en']} ({row['publisher']})", "path": row["url"]}
    terms = {"licence": row["licence"], "rating": row["rating"], "citation": row["citation"]}
    return {name: value for name, value in {**named, **terms}.items() if value}


def _table(
    table: dict[str, Any], fields: list[dict[str, Any]], keys: list[dict[str, Any]], folder: Path
) -> dict[str, Any]:
    own = [key for key in keys if key["table_name"] == table["name"]]
    return {
        "profile": "tabular-data-resource",
        **_file(folder, folder / "csv" / f"{table['name']}.csv"),
        "name": table["name"],
        "type": "table",
        "encoding": "utf-8",
        "description": table["comment"],
        "schema": {
            "fields": [_field(field) for field in fields if field["table_name"] == table["name"]],
            "missingValues": [""],
            "primaryKey": next((key["columns"] for key in own if key["kind"] == "PRIMARY KEY"), []),
            "foreignKeys": [_reference(key) for key in own if key["kind"] == "FOREIGN KEY"],
        },
    }


def _file(folder: Path, path: Path) -> dict[str, Any]:
    data, form = path.read_bytes(), path.suffix.removeprefix(".")
    return {
        "name": f"{path.stem}-{form}".replace("_", "-"),
        "type": "file",
        "path": path.relative_to(folder).as_posix(),
        "format": form,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _field(field: dict[str, Any]) -> dict[str, Any]:
    told = {"name": field["name"], "type": TYPES[field["data_type"]], "description": field["comment"]}
    return {**told, "constraints": {"required": True}} if field["required"] else told


def _reference(key: dict[str, Any]) -> dict[str, Any]:
    there = {"resource": key["referenced_table"], "fields": key["referenced_column_names"]}
    return {"fields": key["columns"], "reference": there}
