"""What does the database answer? Read-only, one cursor per call, and a new database file is picked up by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from ccnt_dash.noting import ToldError

SCHEMA_VERSION = "4"
# Nothing is fetched from the network behind the operator's back.
STEADY: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
HEADER = 3 * 4096  # bytes that a database file has before its blocks
AGAIN = "build it again with: python -m ccnt_dash build"


class StoreError(ToldError):
    """The database cannot be used; the message names the file and what to do."""


class Store:
    """A database file that ``build`` made.

    The path may be a link to the current version: it is looked at on each call, and a new version is
    opened beside the old one, whose open cursors finish undisturbed.
    """

    def __init__(self, path: Path, threads: int = 2, schema: str = SCHEMA_VERSION) -> None:
        """Open it; StoreError if it can't be used. With `schema` "" the tables may be laid out in any way."""
        self.path = path
        self._schema = schema
        self._threads = threads
        self._lock = Lock()
        self._mark: tuple[int, int, int] | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._version = self._number = ""
        self.version()

    def version(self) -> str:
        """Version of the data set that is served now; a new file is opened first if there is one."""
        self._current()
        return self._version

    def number(self) -> str:
        """Number of the released version that is served, with a plus where changed since; "" before the first."""
        self._current()
        return self._number

    def edition(self) -> str:
        """Number and checksum of the data set that is served, as one name."""
        return " · ".join(part for part in (self.number(), self.version()) if part)

    def rows(self, sql: str, params: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a fixed SQL text as {column: value}, NULL as None.

        Of `params` only the ones the text names are bound. Raises duckdb.Error for a wrong text,
        StoreError if the database has gone.
        """
        with self._cursor() as cursor:
            answer = cursor.execute(sql, _bound(sql, params or {}))
            return _named([column[0] for column in answer.description], answer.fetchall())

    def piece(self, sql: str, params: dict[str, Any], limit: int, offset: int) -> tuple[list[dict[str, Any]], int]:
        """At most `limit` of the rows of a fixed SQL text from `offset` on, and how many there are in all."""
        with self._cursor() as cursor:
            found = cursor.sql(sql, params=_bound(sql, params))
            [(total,)] = found.count("*").fetchall()
            return _named(found.columns, found.limit(limit, offset=offset).fetchall()), total

    def columns(self, sql: str, params: dict[str, Any]) -> dict[str, str]:
        """Column -> type of what a fixed SQL text asks for, also where it finds nothing."""
        with self._cursor() as cursor:
            found = cursor.sql(sql, params=_bound(sql, params))
            return dict(zip(found.columns, map(str, found.types), strict=True))

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        cursor = self._current().cursor()
        try:
            cursor.execute("USE ccnt")
            yield cursor
        finally:
            cursor.close()

    def save(self, table: str, path: Path) -> None:
        """Write a table of the database into a file, .csv or .parquet by its name; OSError if it can't be written."""
        try:
            with self._cursor() as cursor:
                rows = cursor.table(table)
                if path.suffix == ".parquet":
                    rows.write_parquet(str(path), compression="zstd")
                else:
                    rows.write_csv(str(path))
        except duckdb.IOException as error:
            raise OSError(None, f"can't be written ({str(error).splitlines()[0]})", str(path)) from None

    def _current(self) -> duckdb.DuckDBPyConnection:
        mark = _mark(self.path)
        if mark == self._mark and self._connection is not None:
            return self._connection
        with self._lock:
            mark = _mark(self.path)
            if mark != self._mark or self._connection is None:
                connection = _connect(self.path, self._threads)
                about = _about(connection, self.path, self._schema)
                self._version, self._number = about["version"], about.get("number", "")
                self._connection, self._mark = connection, mark
            return self._connection


def _bound(sql: str, params: dict[str, Any]) -> dict[str, Any]:
    return {name: params.get(name) for name in parameters(sql)}


def _named(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in rows]


def _mark(path: Path) -> tuple[int, int, int]:
    try:
        seen = path.stat()
    except OSError:
        raise StoreError(f"{path}: no database there; build it with: python -m ccnt_dash build") from None
    return seen.st_dev, seen.st_ino, seen.st_mtime_ns


def _connect(path: Path, threads: int) -> duckdb.DuckDBPyConnection:
    # An in-memory instance with the file attached: connecting to a path again would give the old
    # file's data as long as somebody in this process still holds it.
    connection = duckdb.connect(":memory:", config={**STEADY, "threads": threads})
    try:
        connection.execute("ATTACH ? AS ccnt (READ_ONLY)", [str(path)])
    except duckdb.Error as error:
        raise StoreError(f"{path}: not a readable database ({str(error).splitlines()[0]}); {AGAIN}") from None
    _complete(connection, path)
    return connection


def _complete(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    # A file that was cut short while it was copied opens well and fails on the first table beyond the cut.
    found = connection.execute(
        "SELECT block_size * total_blocks FROM pragma_database_size() WHERE database_name = 'ccnt'"
    ).fetchone()
    wanted, size = HEADER + (found[0] if found else 0), path.stat().st_size
    if size < wanted:
        raise StoreError(f"{path}: cut short, {size} of {wanted} bytes; copy it whole, or {AGAIN}")


def _about(connection: duckdb.DuckDBPyConnection, path: Path, schema: str) -> dict[str, str]:
    try:
        about = dict(connection.execute("SELECT key, value FROM ccnt.about").fetchall())
    except duckdb.Error:
        about = {}
    if "version" not in about or schema not in ("", about.get("schema")):
        raise StoreError(
            f"{path}: made for schema {about.get('schema', 'unknown')}, this program needs {SCHEMA_VERSION}; {AGAIN}"
        )
    return about


@lru_cache(maxsize=256)
def parameters(sql: str) -> frozenset[str]:
    """Names of the values that a statement wants."""
    with duckdb.connect(":memory:", config=STEADY) as parser:
        return frozenset(parser.extract_statements(sql)[0].named_parameters)
