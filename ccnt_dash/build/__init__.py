"""How do the text files in data/ become one read-only database? Staged, checked, typed, put in place in one step."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ccnt_dash.build.check import checks, culprits
from ccnt_dash.build.complaint import BuildError, Complaint, counted
from ccnt_dash.build.index import index
from ccnt_dash.build.stage import stage
from ccnt_dash.build.tables import SQL, create, describe
from ccnt_dash.geography import PROVINCES, borders, bounds, misfits
from ccnt_dash.store import SCHEMA_VERSION, STEADY

__all__ = ["BuildError", "Built", "Complaint", "build", "check", "counted"]


# The least DuckDB allows: most tables are small, and each column of each takes at least a block.
BLOCK_SIZE = 16_384
DICTIONARY = "vocab/dictionary.csv"
VERSIONS = "versions.csv"
WORDS = "ingest"
# The number of the version with that checksum, otherwise the newest number with a plus; nothing where none is released.
NUMBER = """
SELECT if(checksum = $checksum, number, number || '+') FROM versions
ORDER BY checksum = $checksum DESC, string_split(number, '.')::INTEGER[] DESC LIMIT 1
"""


@dataclass(frozen=True)
class Built:
    """What a build made: where it is, which version, and the warnings that were listed."""

    database: Path
    version: str
    warnings: tuple[Complaint, ...]


def check(data: Path, geometry: Path) -> tuple[Complaint, ...]:
    """All complaints about the text files in `data` and the boundaries in `geometry`, in the order of the files.

    Raises OSError if there is no such folder or no boundaries in theirs.
    """
    with duckdb.connect(":memory:", config=STEADY) as connection:
        return _staged(connection, data, geometry)


def build(data: Path, database: Path, geometry: Path, open_only: bool = False) -> Built:
    """Build `database` from the text files in `data`, which must fit the boundaries in `geometry`.

    With `open_only` it holds only what a source with an open licence says; everything is checked all the same.

    The new file is made beside the old one and replaces it in one step. Raises BuildError with every
    complaint at once if there is an error, and OSError if `data` is no folder or a file can't be
    written; the old database then stays as it was.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    beside = database.with_name(f".{database.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(beside), config={**STEADY, "default_block_size": BLOCK_SIZE}) as connection:
            complaints = _staged(connection, data, geometry)
            if any(each.level == "error" for each in complaints):
                raise BuildError(complaints)
            version = version_of(data) + ("-open" if open_only else "")
            connection.executemany("INSERT INTO region_borders VALUES (?, ?)", borders(geometry))
            connection.executemany("INSERT INTO region_bounds VALUES (?, ?, ?, ?, ?)", bounds(geometry))
            _load(
                connection,
                version,
                complaints,
                (*(["open.sql"] if open_only else []), "load.sql", "model.sql", "search.sql", "judge.sql"),
            )
        beside.replace(database)
    except duckdb.IOException as error:
        raise OSError(None, f"can't be written ({str(error).splitlines()[0]})", str(database)) from None
    finally:
        beside.unlink(missing_ok=True)
    return Built(database, version, complaints)


def version_of(data: Path) -> str:
    """First twelve signs of the SHA-256 over the names and bytes of the text files in `data`.

    The list of released versions is left out, for it holds the checksum itself, and the words by which documents are
    read: they are no data.
    """
    digest = hashlib.sha256()
    found = {path for kind in ("*.csv", "*.toml") for path in data.rglob(kind)}
    files = {path for path in found if path != data / VERSIONS and data / WORDS not in path.parents}
    for path in sorted(files):
        digest.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _staged(connection: duckdb.DuckDBPyConnection, data: Path, geometry: Path) -> tuple[Complaint, ...]:
    if not data.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "is no folder; name that of the text files with --data", str(data))
    create(connection)
    complaints = stage(connection, data)
    found = [culprit for each in checks() for culprit in culprits(connection, each)]
    provinces = connection.execute("SELECT region FROM staged.regions WHERE level = 'provincial'").fetchall()
    drawn = [
        Complaint(f"geo/{PROVINCES}", 0, code, "", wrong, right, "boundary")
        for code, wrong, right in misfits(geometry, [code for (code,) in provinces])
    ]
    return tuple(sorted([*complaints, *found, *drawn]))


def _load(
    connection: duckdb.DuckDBPyConnection, version: str, warnings: tuple[Complaint, ...], scripts: Sequence[str]
) -> None:
    for name in scripts:
        try:
            connection.execute((SQL / name).read_text(encoding="utf-8"))
        except duckdb.Error as error:
            wrong, right = f"was refused ({str(error).splitlines()[0]})", "add a check that finds the row"
            raise BuildError([Complaint(f"sql/{name}", 0, "", "", wrong, right, "load")]) from None
    index(connection)
    _meant(connection)
    number = connection.execute(NUMBER, {"checksum": version.removesuffix("-open")}).fetchone() or ("",)
    about = {"schema": SCHEMA_VERSION, "version": version, "number": number[0], "warnings": str(len(warnings))}
    connection.executemany("INSERT INTO about VALUES (?, ?)", [pair for pair in about.items() if pair[1]])
    for each in warnings:
        told = [each.check, each.level, each.file, each.line, each.column, each.value, each.wrong, each.right]
        connection.execute("INSERT INTO complaints VALUES (?, ?, ?, ?, ?, ?, ?, ?)", told)
    connection.execute("DETACH staged")
    connection.execute("CHECKPOINT")


def _meant(connection: duckdb.DuckDBPyConnection) -> None:
    right = "tell in both languages what it means, in vocab/dictionary.csv"
    lost = [Complaint(DICTIONARY, 0, "", each, "has no line", right, "dictionary") for each in describe(connection)]
    if lost:
        raise BuildError(lost)
