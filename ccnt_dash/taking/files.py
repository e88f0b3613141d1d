"""How are the rows of an extract written down: CSV, XLSX, JSON, Parquet, GeoJSON, and what says what they mean?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from ccnt_dash.taking.context import context
from ccnt_dash.taking.extract import Extract
from ccnt_dash.texts import Words

# A text that begins with one of these may be taken for a formula, which could send data away.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # of a spreadsheet
# A fixed day, so that the same rows make the same file.
MADE = datetime(2000, 1, 1)
MAPS = ("map",)
TYPES = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
CSVW = {bool: "boolean", int: "integer", float: "number", str: "string"}
Shapes = Mapping[str, Any]


@dataclass(frozen=True)
class Parcel:
    """What a file is made of: rows, the words of the reader, where the site stands, boundaries by code of the place."""

    found: Extract
    words: Words
    origin: str
    shapes: Shapes

    @property
    def told(self) -> dict[str, Any]:
        """Everything about the rows."""
        return context(self.found, self.words, self.origin)

    @property
    def names(self) -> list[str]:
        """Names of the columns."""
        return [column.name for column in self.found.columns]


def harmless(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula: an apostrophe before the sign; anything else as it is.

    A sign alone, such as the comparator "=", is none.
    """
    return f"'{value}" if isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA) else value


def as_csv(parcel: Parcel) -> bytes:
    """RFC 4180 in UTF-8, with the byte-order mark without which Excel garbles Chinese."""
    rows = ({name: harmless(value) for name, value in row.items()} for row in parcel.found.rows)
    return separated(parcel.names, rows).encode("utf-8-sig")


def separated(names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Columns of rows after RFC 4180, with true and false in small letters."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_written(row[name]) for name in names] for row in rows)
    return text.getvalue()


def _written(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def as_csvw(parcel: Parcel) -> bytes:
    """What stands in the CSV, after W3C's vocabulary for tabular data."""
    told = parcel.told
    columns = [
        {
            "name": column["name"],
            "titles": column["name"],
            "datatype": CSVW[_type(parcel.found, column["name"])],
            **({"dc:description": column["meaning"]} if column["meaning"] else {}),
        }
        for column in told["columns"]
    ]
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": told["language"]}],
            "url": f"{called(parcel.found.view, parcel.found.version)}.csv",
            "dc:title": told["title"],
            "dc:description": told["selection"],
            "dc:source": told["sources"],
            "dc:license": told["licence"],
            "dc:bibliographicCitation": told["citation"],
            "dc:identifier": told["address"],
            "schema:version": told["version"],
            "rdfs:comment": parcel.words("take.readme.formulas"),
            "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": columns},
        }
    )


def as_json(parcel: Parcel) -> bytes:
    """The rows as records, after what they are."""
    return _json({**parcel.told, "data": [dict(row) for row in parcel.found.rows]})


def as_context(parcel: Parcel) -> bytes:
    """What the rows are, without them."""
    return _json(parcel.told)


def as_geojson(parcel: Parcel) -> bytes:
    """A feature for each row; a place without an area in the boundary set has no geometry."""
    features = [
        {"type": "Feature", "id": row["key"], "geometry": parcel.shapes.get(row["key"]), "properties": dict(row)}
        for row in parcel.found.rows
    ]
    return _json({"type": "FeatureCollection", "features": features, "context": parcel.told})


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def as_parquet(parcel: Parcel) -> bytes:
    """Typed columns; everything else stands in the file's metadata under ``ccnt``."""
    found = parcel.found
    types = {column.name: _type(found, column.name) for column in found.columns}
    return columnar(types, found.rows, parcel.told, {column.name: column.meaning for column in found.columns})


def columnar(
    types: Mapping[str, type], rows: Sequence[Mapping[str, Any]], told: Mapping[str, Any], meanings: Mapping[str, str]
) -> bytes:
    """Rows as a Parquet file with what is `told` of them and the meanings of the columns in its metadata."""
    fields = [
        pa.field(name, TYPES[kind], metadata={"description": meanings.get(name, "")}) for name, kind in types.items()
    ]
    schema = pa.schema(fields, metadata={"ccnt": json.dumps(told, ensure_ascii=False, default=str)})
    values = [pa.array([_cast(row[field.name], field.type) for row in rows], field.type) for field in schema]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(values, schema=schema), file, compression="zstd")
    return file.getvalue()


def _type(found: Extract, name: str) -> type:
    """The narrowest type that holds all values of a column; text where there is none."""
    seen = {type(row[name]) for row in found.rows if row[name] is not None}
    if len(seen) == 1:
        return seen.pop()
    return float if seen and seen <= {int, float} else str


def _cast(value: Any, to: pa.DataType) -> Any:
    return str(value) if value is not None and to == pa.string() else value


def as_xlsx(parcel: Parcel) -> bytes:
    """A sheet of data, and one that says what was chosen, from where, on which terms, and what the columns mean."""
    file = io.BytesIO()
    # Texts stay texts: nothing becomes a formula, a link or a number by how it looks.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": parcel.found.title, "comments": parcel.found.sentence, "created": MADE})
    bold, wraps = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    _data(book.add_worksheet(parcel.words("take.sheet.data")), parcel, bold)
    _readme(book.add_worksheet(parcel.words("take.sheet.readme")), parcel, bold, wraps)
    book.close()
    return file.getvalue()


def _data(sheet: Any, parcel: Parcel, bold: Any) -> None:
    meanings = {column.name: column.meaning for column in parcel.found.columns}
    for at, name in enumerate(parcel.names):
        sheet.write_string(0, at, name, bold)
        if meanings[name]:
            sheet.write_comment(0, at, meanings[name])
        longest = max((len(str(row[name])) for row in parcel.found.rows if row[name] is not None), default=0)
        sheet.set_column(at, at, max(len(name), min(longest, 50)) + 2)
    for line, row in enumerate(parcel.found.rows, 1):
        for at, name in enumerate(parcel.names):
            _cell(sheet, line, at, row[name])
    sheet.freeze_panes(1, 1)
    if parcel.names:
        sheet.autofilter(0, 0, max(1, len(parcel.found.rows)), len(parcel.names) - 1)


def _cell(sheet: Any, line: int, at: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, at, value)
    elif value is not None:
        sheet.write_string(line, at, harmless(value)[:LONGEST_CELL])


def _readme(sheet: Any, parcel: Parcel, bold: Any, wraps: Any) -> None:
    told, words = parcel.told, parcel.words
    said = ("title", "selection", "address", "version", "sources_read_until", "licence", "citation")
    lines = [(words(f"take.readme.{name}"), told[name], "") for name in said]
    lines += [(words("take.readme.notes"), words("take.readme.formulas"), "")]
    lines += [(words("take.readme.sources"), "", "")]
    lines += [
        (each["source_id"], f"{each['title']} ({each['publisher']}) {each['url']}", each["licence"])
        for each in told["sources"]
    ]
    lines += [(words("take.readme.columns"), "", "")]
    lines += [(each["name"], each["meaning"], "") for each in told["columns"]]
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 2, 50)
    for line, (name, *values) in enumerate(lines):
        sheet.write_string(line, 0, name, bold)
        for at, value in enumerate(values, 1):
            sheet.write_string(line, at, harmless(value), wraps)


def called(about: str, version: str) -> str:
    """What a file is called, without its ending: what it is about and the version of the data set, in ASCII."""
    return f"ccnt-{about}-{version.replace(' · ', '-')}"


# Format -> its media type and how it is written.
FILES: dict[str, tuple[str, Callable[[Parcel], bytes]]] = {
    "csv": ("text/csv", as_csv),
    "csv-metadata.json": ("application/csvm+json", as_csvw),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "json": ("application/json", as_json),
    "parquet": ("application/vnd.apache.parquet", as_parquet),
    "geojson": ("application/geo+json", as_geojson),
    "context.json": ("application/json", as_context),
}


def formats(view: str) -> tuple[str, ...]:
    """The formats in which the rows of a view can be taken away."""
    return tuple(form for form in FILES if form != "geojson" or view in MAPS)
