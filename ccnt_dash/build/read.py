"""What do the text files say, as text, each cell with its file and line?"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from ccnt_dash.build.complaint import Complaint

PLACE = ["_file", "_line"]


def read(folder: Path, columns: Mapping[str, list[str]]) -> tuple[dict[str, pd.DataFrame], list[Complaint]]:
    """Every table of `columns` (table -> its columns) as text rows, and what could not be read.

    A table is read from ``vocab/<table>.csv``, ``<table>.csv`` or the files of ``<table>/``; sources
    from their passports. Each frame has the table's columns as text, empty cells as None, and the
    place of the row in `_file` and `_line`.
    """
    complaints: list[Complaint] = []
    tables = {}
    for table, names in columns.items():
        rows = _passports(folder, complaints) if table == "sources" else _table(folder, table, complaints)
        tables[table] = _frame(rows, names, complaints)
    return tables, complaints


def _table(folder: Path, table: str, complaints: list[Complaint]) -> Iterator[dict[str, str]]:
    single = [folder / "vocab" / f"{table}.csv", folder / f"{table}.csv"]
    for path in [*(path for path in single if path.is_file()), *sorted((folder / table).glob("*.csv"))]:
        yield from _rows(path, path.relative_to(folder).as_posix(), complaints)


def _rows(path: Path, name: str, complaints: list[Complaint]) -> Iterator[dict[str, str]]:
    text = _text(path, name, complaints)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        for twice in sorted({column for column in header if header.count(column) > 1}):
            complaints.append(
                Complaint(name, 1, twice, "", "stands twice in the header", "name each column once", "header")
            )
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header) and any(cells):
                yield dict(zip(header, cells, strict=True), _file=name, _line=str(start))
            elif any(cells):
                wrong = f"has {len(cells)} cells where the header has {len(header)}"
                complaints.append(
                    Complaint(
                        name, start, "", ",".join(cells)[:60], wrong, "quote commas and line breaks", "ragged_row"
                    )
                )
            start = reader.line_num + 1
    except csv.Error as error:
        complaints.append(
            Complaint(name, reader.line_num, "", "", f"is not readable as CSV ({error})", "close each quote", "csv")
        )


def _text(path: Path, name: str, complaints: list[Complaint]) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before, after = raw[: error.start].split(b"\n")[-1][-8:], raw[error.start :][:8].split(b"\n")[0]
        value = (before + after).decode("latin-1")
        complaints.append(Complaint(name, line, "", value, "is not UTF-8", "save the file as CSV UTF-8", "encoding"))
        return ""


def _passports(folder: Path, complaints: list[Complaint]) -> Iterator[dict[str, str]]:
    for path in sorted((folder / "sources").glob("*/source.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            passport = tomllib.loads(_text(path, name, complaints))
        except tomllib.TOMLDecodeError as error:
            complaints.append(
                Complaint(name, 0, "", "", f"is not readable as TOML ({error})", "mend the line it names", "toml")
            )
            continue
        fields = {key: str(value) for key, value in passport.items()}
        yield {"source_id": path.parent.name, **fields, "_file": name, "_line": "0"}


def _frame(rows: Iterable[dict[str, str]], columns: list[str], complaints: list[Complaint]) -> pd.DataFrame:
    kept = list(rows)
    headers = {row["_file"]: [name for name in row if name not in PLACE] for row in kept}
    for file, header in headers.items():
        for name in header:
            if name not in columns:
                complaints.append(
                    Complaint(
                        file, 1, name, "", "is no column of this table", f"one of: {', '.join(columns)}", "header"
                    )
                )
    frame = pd.DataFrame(kept, columns=[*columns, *PLACE], dtype=object)
    cells = frame[columns]
    frame[columns] = cells.where(cells.notna() & (cells != ""), None)
    frame["_line"] = frame["_line"].astype("int64")
    return frame
