"""Does a file hold exactly the rows of its extract, as programs that we did not write read it?"""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import Any

import geopandas
import openpyxl
import pandas
import pyarrow.parquet as pq
import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.taking.files import FILES, as_csv, called, formats
from ccnt_dash.taking.meanings import Column
from ccnt_dash.taking.parcel import Parcel, harmless
from ccnt_dash.taking.workbook import CODES, MOST_CODES, TOLD_ELSEWHERE, as_xlsx
from ccnt_dash.views.base import View

CHOICES = {
    "nothing": Filters(),
    "some": Filters(regions=("140000", "440000"), sectors=("energy",), lang="zh", metric="value"),
    "none found": Filters(search="zzzzz", years=(2031,)),
}
NASTY = ["=1+1", "+SUM(A1)", "-1", "@cmd", "\tx", "两行\n一行", 'a "b", c', "中文，逗号", "", "'quoted", "http://x.org"]


def parcel(answers: Answers, view: View, filters: Filters, shapes: dict[str, Any] | None = None) -> Parcel:
    found = extract(answers, view, filters)
    return Parcel(found, answers.words(filters), "https://example.org", shapes or {})


def nasty(answers: Answers) -> Parcel:
    made = parcel(answers, TAKEN["table"], Filters(lang="zh"))
    rows = tuple({"text": text, "number": -at, "truth": at % 2 == 0, "none": None} for at, text in enumerate(NASTY))
    columns = tuple(Column(name, "=meaning") for name in rows[0])
    return replace(made, found=replace(made.found, rows=rows, columns=columns))


def same(value: Any) -> Any:
    """A value as a table keeps it: no difference between empty and nothing."""
    if value is None or value == "" or (isinstance(value, float) and isnan(value)):
        return None
    if isinstance(value, bool) or value in ("true", "false"):
        return str(value).lower()
    try:
        return float(f"{float(value):.14g}")  # a spreadsheet keeps sixteen digits
    except (ValueError, OverflowError):
        return value


def from_csv(data: bytes) -> list[dict[str, Any]]:
    # Through pandas, as text: what it would guess is not what is tested.
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return frame.to_dict("records")


def from_xlsx(data: bytes) -> list[dict[str, Any]]:
    frame = pandas.read_excel(io.BytesIO(data), sheet_name=0, dtype=object, keep_default_na=False)
    return frame.to_dict("records")


def from_parquet(data: bytes) -> list[dict[str, Any]]:
    frame = pandas.read_parquet(io.BytesIO(data), dtype_backend="pyarrow").astype(object)
    return frame.where(frame.notna(), None).to_dict("records")


READ: dict[str, Callable[[bytes], list[dict[str, Any]]]] = {
    "csv": from_csv,
    "xlsx": from_xlsx,
    "parquet": from_parquet,
    "json": lambda data: json.loads(data)["data"],
    "geojson": lambda data: [each["properties"] for each in json.loads(data)["features"]],
}


@pytest.mark.parametrize("filters", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize(
    ("view", "form"), [(view, form) for view in TAKEN.values() for form in formats(view.id) if form in READ],
    ids=lambda each: each if isinstance(each, str) else each.id,
)  # fmt: skip
def test_a_file_holds_the_rows_of_its_extract(view: View, form: str, filters: Filters, answers: Answers) -> None:
    made = parcel(answers, view, filters)
    data = FILES[form][1](made)
    if form == "xlsx":
        long = [len(str(value)) for row in made.found.rows for value in row.values()]
        assert max(long, default=0) < 32_767, "a spreadsheet would cut it"
    read, tabular = READ[form](data), form in ("csv", "xlsx")
    wanted = [{name: harmless(value) if tabular else value for name, value in row.items()} for row in made.found.rows]
    assert [{name: same(value) for name, value in row.items()} for row in read] == [
        {name: same(value) for name, value in row.items()} for row in wanted
    ]
    assert data == FILES[form][1](made) or form == "parquet"


@pytest.mark.parametrize("view", TAKEN.values(), ids=TAKEN)
def test_what_a_view_found_nothing_of_still_has_its_columns(view: View, answers: Answers) -> None:
    found = extract(answers, view, CHOICES["none found"])
    assert found.columns
    assert as_csv(parcel(answers, view, CHOICES["none found"])).startswith(
        b"\xef\xbb\xbf" + found.columns[0].name.encode()
    )


@pytest.mark.parametrize("view", TAKEN.values(), ids=TAKEN)
def test_each_column_says_what_it_means(view: View, answers: Answers) -> None:
    for lang in ("en", "zh"):
        for metric in ("policies", "value", "observed", "gap"):
            for column in extract(answers, view, Filters(lang=lang, metric=metric)).columns:
                assert column.meaning, column.name


def test_a_spreadsheet_takes_no_text_for_a_formula(answers: Answers) -> None:
    made = nasty(answers)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    written = [row[0].value or "" for row in book.worksheets[0].iter_rows(min_row=2)]
    assert written == [harmless(text) for text in NASTY]
    assert [row[1].value for row in book.worksheets[0].iter_rows(min_row=2)] == [-at for at in range(len(NASTY))]
    rows = list(csv.DictReader(io.StringIO(as_csv(made).decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [harmless(text) for text in NASTY]
    assert [row["number"] for row in rows] == [str(-at) for at in range(len(NASTY))]
    assert not [row["text"] for row in rows if row["text"][:1] in tuple("=+-@\t\r\n")]


def test_a_csv_begins_with_the_mark_that_excel_needs_and_ends_its_lines_as_the_standard_says(answers: Answers) -> None:
    data = as_csv(nasty(answers))
    assert data.startswith("\ufefftext,number".encode())
    assert data.count(b"\r\n") == len(NASTY) + 1
    assert '"两行\n一行"'.encode() in data
    assert b'"a ""b"", c"' in data


def test_the_second_sheet_tells_everything_in_the_language_of_the_reader(answers: Answers) -> None:
    for lang in ("en", "zh"):
        made = parcel(answers, TAKEN["table"], Filters(lang=lang, regions=("140000",)))
        book = openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))
        assert book.sheetnames == [made.words(f"take.sheet.{name}") for name in ("data", "readme", "codes")]
        told = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
        assert told[made.words("take.readme.selection")] == made.found.sentence
        assert told[made.words("take.readme.version")] == made.found.version
        assert told[made.words("take.readme.licence")] == made.words("about.licence")
        assert {source["source_id"] for source in made.found.sources} <= set(told)
        assert {column.name: column.meaning for column in made.found.columns}.items() <= told.items()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_third_sheet_tells_every_code_of_the_data_in_both_languages(lang: str, answers: Answers) -> None:
    made = parcel(answers, TAKEN["table"], Filters(lang=lang, regions=("140000",)))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(made))).worksheets[2]
    heading, *lines = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert heading == tuple(made.words(f"take.codes.{name}") for name in CODES)
    told = {(table, code): rest for table, code, *rest in lines}
    coded = [column for column in made.found.columns if column.codes and column.codes not in TOLD_ELSEWHERE]
    assert {"regions", "sectors", "doc_types"} <= {column.codes for column in coded}
    for column in coded:
        known = made.words.vocabulary[column.codes]
        held = {code for row in made.found.rows for code in (row[column.name] or "").split(";") if code}
        for code in known if len(known) <= MOST_CODES else held:
            assert told[column.codes, code][:2] == [known[code]["name_en"], known[code]["name_zh"]]
    assert told["sectors", "energy"][2] == made.words.name("sectors", "energy", "definition")


def test_parquet_carries_types_and_context(answers: Answers) -> None:
    made = parcel(answers, TAKEN["progress"], Filters(regions=("140000",)))
    table = pq.read_table(io.BytesIO(FILES["parquet"][1](made)))
    assert json.loads(table.schema.metadata[b"ccnt"]) == made.told
    assert str(table.schema.field("shown").type) == "double"
    assert str(table.schema.field("target_year").type) == "int64"
    assert table.schema.field("shown").metadata[b"description"].decode()


def test_a_csv_has_its_columns_told_beside_it(answers: Answers) -> None:
    made = parcel(answers, TAKEN["table"], Filters(lang="zh"))
    told = json.loads(FILES["csv-metadata.json"][1](made))
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    assert told["url"] == f"{called('table', made.found.version)}.csv"
    assert [each["name"] for each in told["tableSchema"]["columns"]] == made.names
    assert told["dc:description"] == made.found.sentence


@pytest.mark.parametrize(("inside", "some"), [("", "140000"), ("440000", "440100")])
def test_a_map_opens_in_a_geographical_program(inside: str, some: str, app: Any, tmp_path: Path) -> None:
    data = app.server.test_client().get(f"/take/map.geojson?inside={inside}").data
    file = tmp_path / "map.geojson"
    file.write_bytes(data)
    frame = geopandas.read_file(file).set_index("key")
    assert not frame.loc[some].geometry.is_empty
    assert frame.crs.to_epsg() == 4326
    wanted = extract(app.answers, TAKEN["map"], Filters(inside=inside))
    assert list(frame.index) == [row["key"] for row in wanted.rows]
    assert list(frame["policies"]) == [row["policies"] for row in wanted.rows]
    assert frame.geometry.notna().sum() > 10


def test_libreoffice_opens_it(answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "nasty.xlsx").write_bytes(as_xlsx(nasty(answers)))
    call = ["soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "nasty.xlsx"]
    subprocess.run(call, cwd=tmp_path, check=True, timeout=120)
    rows = list(csv.reader((tmp_path / "nasty.csv").open(encoding="utf-8", newline="")))
    assert [row[0] for row in rows[1:]] == [harmless(text) for text in NASTY]
