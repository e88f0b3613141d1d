"""What does the verb `export` do? It writes the whole data set as a data package: CSV, Parquet, DuckDB, dictionary."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ccnt_dash.export import export
from ccnt_dash.noting import noted
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    told.open_only(verb)
    verb.add_argument("out", type=Path, metavar="OUT", help="folder to write; an earlier export there is replaced")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Export, with progress."""
    with TemporaryDirectory() as folder, noted(sys.stderr) as note:
        database = options.database
        if options.open:
            from ccnt_dash.build import build

            note("building the open data set")
            database = build(options.data, Path(folder) / "open.duckdb", settings.geometry, open_only=True).database
        tables = export(Store(database), options.out, note)
    print(f"wrote {tables} tables into {options.out}")
    return 0
