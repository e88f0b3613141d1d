"""What do text files say, once editors and spreadsheets have saved them?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from ccnt_dash.build import Complaint
from ccnt_dash.build.read import read

COLUMNS = {"lanterns": ["lantern", "name", "note"], "sources": ["source_id", "published", "note"]}


def written(folder: Path, **files: bytes | str) -> tuple[pd.DataFrame, list[Complaint]]:
    """Rows of the table lanterns in files of that name, and what could not be read."""
    (folder / "lanterns").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        raw = text.encode() if isinstance(text, str) else text
        (folder / "lanterns" / f"{name}.csv").write_bytes(raw)
    tables, complaints = read(folder, COLUMNS)
    return tables["lanterns"], complaints


def places(rows: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(rows["lantern"], rows["_line"], strict=True))


@pytest.mark.parametrize(
    "raw",
    [
        b"lantern,name,note\na,Red,\nb,Blue,x\n",
        b"\xef\xbb\xbflantern,name,note\na,Red,\nb,Blue,x",
        b"lantern,name,note\r\na,Red,\r\nb,Blue,x\r\n",
        b'"lantern","name","note"\n"a","Red",""\n"b","Blue","x"\n',
        b"name,lantern,note\nRed,a,\nBlue,b,x\n",
    ],
    ids=["plain", "byte order mark", "Windows line ends", "quoted", "other order"],
)
def test_the_same_rows_however_the_file_was_saved(folder: Path, raw: bytes) -> None:
    rows, complaints = written(folder, one=raw)
    assert complaints == []
    assert rows.to_dict("records") == [
        {"lantern": "a", "name": "Red", "note": None, "_file": "lanterns/one.csv", "_line": 2},
        {"lantern": "b", "name": "Blue", "note": "x", "_file": "lanterns/one.csv", "_line": 3},
    ]


def test_a_row_stands_where_it_begins(folder: Path) -> None:
    rows, _ = written(folder, one='lantern,name,note\na,"two\nlines",\n\nb,Blue,\n,,\nc,Grey,\n')
    assert places(rows) == [("a", 2), ("b", 5), ("c", 7)]


def test_signs_that_only_look_like_line_ends_part_no_row(folder: Path) -> None:
    rows, complaints = written(folder, one="lantern,name,note\na,in\u2028one\x85cell\x0b,\n")
    assert (list(rows["name"]), complaints) == (["in\u2028one\x85cell\x0b"], [])


def test_a_column_may_be_left_out(folder: Path) -> None:
    rows, complaints = written(folder, one="lantern\na\n")
    assert (rows.loc[0, "note"], complaints) == (None, [])


def test_a_table_may_be_one_file_or_many(folder: Path) -> None:
    (folder / "vocab").mkdir(parents=True)
    for name, key in (("vocab/lanterns.csv", "a"), ("lanterns.csv", "b")):
        (folder / name).write_text(f"lantern\n{key}\n", encoding="utf-8")
    rows, _ = written(folder, two="lantern\nd\n", one="lantern\nc\n")
    assert list(rows["lantern"]) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("raw", "check", "line", "column"),
    [
        (b"lantern,name\na,Red\nb,gr\xfcn\n", "encoding", 3, ""),
        ("lantern,name\na,红色\n".encode("gb18030"), "encoding", 2, ""),
        ("lantern,name\n".encode("utf-16"), "encoding", 1, ""),
        (b"lantern,name\na,Red\nb,Blue,too much\n", "ragged_row", 3, ""),
        (b"lantern,name\na\n", "ragged_row", 2, ""),
        (b"lantern,name,name\na,Red,Blue\n", "header", 1, "name"),
        (b"lantern,colour\na,Red\n", "header", 1, "colour"),
        (b"lantern,name \na,Red\n", "header", 1, "name "),
        (b"lantern;name\na;Red\n", "header", 1, "lantern;name"),
        (b'lantern,name\na,"Red\nb,Blue\n', "csv", 3, ""),
        (b'lantern,name\na,"Red" one\n', "csv", 2, ""),
    ],
)
def test_what_cannot_be_read_is_told(folder: Path, raw: bytes, check: str, line: int, column: str) -> None:
    rows, complaints = written(folder, good="lantern\nz\n", one=raw)
    assert [(each.check, each.file, each.line, each.column) for each in complaints] == [
        (check, "lanterns/one.csv", line, column)
    ]
    assert complaints[0].wrong
    assert complaints[0].right
    assert "z" in set(rows["lantern"]), "other files are read all the same"


@pytest.mark.parametrize("raw", [b"", b"lantern,name,note\n", b"lantern,name,note", b"\xef\xbb\xbf"])
def test_a_file_without_rows_holds_none(folder: Path, raw: bytes) -> None:
    rows, complaints = written(folder, one=raw)
    assert (len(rows), complaints) == (0, [])


@pytest.fixture
def passport(folder: Path) -> Path:
    (folder / "sources" / "lantern_news").mkdir(parents=True)
    return folder / "sources" / "lantern_news" / "source.toml"


def test_a_source_is_named_by_its_folder(folder: Path, passport: Path) -> None:
    passport.write_text('published = 2024-05-01\nnote = "x"\n', encoding="utf-8")
    tables, complaints = read(folder, COLUMNS)
    assert complaints == []
    assert tables["sources"].to_dict("records") == [
        {"source_id": "lantern_news", "published": "2024-05-01", "note": "x",
         "_file": "sources/lantern_news/source.toml", "_line": 0},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "check", "column"),
    [
        (b'note = "x', "toml", ""),
        (b"note = x", "toml", ""),
        (b'note = "gr\xfcn"', "encoding", ""),
        (b'colour = "red"', "header", "colour"),
    ],
)
def test_a_bad_passport_is_told(folder: Path, passport: Path, raw: bytes, check: str, column: str) -> None:
    passport.write_bytes(raw)
    _, complaints = read(folder, COLUMNS)
    assert [(each.check, each.file, each.column) for each in complaints] == [
        (check, "sources/lantern_news/source.toml", column)
    ]
