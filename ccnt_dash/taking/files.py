"""How are the rows of an extract written down: CSV, XLSX, JSON, Parquet, GeoJSON, and what says what they mean?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ccnt_dash.taking.extract import Extract
from ccnt_dash.taking.parcel import Parcel, harmless
from ccnt_dash.taking.workbook import as_xlsx

MAPS = ("map",)
TYPES = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
CSVW = {bool: "boolean", int: "integer", float: "number", str: "string"}


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
