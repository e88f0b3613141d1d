"""Is the database read as it is, and a new one picked up without disturbing anybody?"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import pytest

from ccnt_dash.store import SCHEMA_VERSION, Store, StoreError, parameters

ROWS = 3_000
Replace = Callable[[str], None]


def make(path: Path, version: str, schema: str = SCHEMA_VERSION) -> Path:
    """A database whose table says its version in each row."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE about (key VARCHAR, value VARCHAR)")
        connection.executemany("INSERT INTO about VALUES (?, ?)", [["schema", schema], ["version", version]])
        connection.execute("CREATE TABLE lanterns AS SELECT ? AS version, i AS n FROM range(?) t(i)", [version, ROWS])
    return path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return make(tmp_path / "served.duckdb", "v0")


@pytest.fixture
def replace(database: Path) -> Replace:
    """Puts a new version in place in one step, as a build does."""

    def put(version: str) -> None:
        make(database.with_name(f"{version}.new"), version).replace(database)

    return put


def test_rows_come_as_dictionaries_with_nothing_as_none(database: Path) -> None:
    store = Store(database)
    assert store.rows("SELECT 1 AS a, NULL AS b, 'x' AS c UNION ALL SELECT 2, 'y', NULL ORDER BY a") == [
        {"a": 1, "b": None, "c": "x"},
        {"a": 2, "b": "y", "c": None},
    ]
    assert store.rows("SELECT n FROM lanterns WHERE n < 0") == []


def test_only_named_values_are_bound(database: Path) -> None:
    wanted = {"n": 3, "codes": ["v0"], "other": "ignored"}
    sql = "SELECT n FROM lanterns WHERE n = $n AND list_contains($codes, version)"
    assert Store(database).rows(sql, wanted) == [{"n": 3}]


def test_a_value_is_never_read_as_sql(database: Path) -> None:
    store = Store(database)
    assert store.rows("SELECT n FROM lanterns WHERE version = $word", {"word": "v0' OR 'a' = 'a"}) == []


def test_a_missing_value_is_null(database: Path) -> None:
    assert Store(database).rows("SELECT $a IS NULL AS nothing") == [{"nothing": True}]


@pytest.mark.parametrize("sql", ["DELETE FROM lanterns", "CREATE TABLE x (a INTEGER)", "SELECT nonsense"])
def test_nothing_can_be_written_and_a_wrong_text_is_told(database: Path, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        Store(database).rows(sql)


def test_the_names_of_a_text_are_those_it_wants() -> None:
    sql = "SELECT $a, $long_name, '$quoted' -- $remark\nWHERE $a IS NULL"
    assert parameters(sql) == {"a", "long_name"}
    assert parameters("SELECT 1") == frozenset()


def test_a_new_file_is_picked_up(database: Path, replace: Replace) -> None:
    store = Store(database)
    assert store.version() == "v0"
    replace("v1")
    assert store.rows("SELECT DISTINCT version FROM lanterns") == [{"version": "v1"}]
    assert store.version() == "v1"


def test_a_link_to_the_current_version_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(make(tmp_path / "a.duckdb", "a"))
    store = Store(link)
    link.unlink()
    link.symlink_to(make(tmp_path / "b.duckdb", "b"))
    assert store.rows("SELECT DISTINCT version FROM lanterns") == [{"version": "b"}]


def test_an_open_cursor_goes_on_with_the_old_file(database: Path, replace: Replace) -> None:
    store = Store(database)
    cursor = store._current().cursor()
    cursor.execute("SELECT version FROM ccnt.lanterns")
    first = cursor.fetchone()
    replace("v1")
    assert store.version() == "v1"
    assert {first, *cursor.fetchall()} == {("v0",)}


def test_many_readers_while_the_file_is_replaced(database: Path, replace: Replace) -> None:
    store, over = Store(database), Event()

    def read() -> set[str]:
        seen: set[str] = set()
        while not over.is_set():
            rows = store.rows("SELECT version, n FROM lanterns")
            versions = {row["version"] for row in rows}
            assert (len(rows), len(versions)) == (ROWS, 1)
            seen |= versions
        return seen

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read) for _ in range(8)]
        try:
            for number in range(1, 11):
                replace(f"v{number}")
                assert store.version() == f"v{number}"
        finally:
            over.set()
        seen = set().union(*(reader.result() for reader in readers))
    assert seen <= {f"v{number}" for number in range(11)}


def test_a_bad_new_file_is_told_and_a_good_one_after_it_served(database: Path, replace: Replace) -> None:
    store = Store(database)
    (database.parent / "bad").write_text("no database")
    (database.parent / "bad").replace(database)
    with pytest.raises(StoreError):
        store.rows("SELECT 1")
    replace("v2")
    assert store.version() == "v2"


def bare(path: Path) -> None:
    path.unlink()
    duckdb.connect(str(path)).close()


def cut(path: Path) -> None:
    # Room that a dropped table leaves is used for the catalogue, which then stands before the cut.
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE dropped AS SELECT i, hash(i) AS h FROM range(200000) t(i)")
        connection.execute("CHECKPOINT")
        connection.execute("CREATE TABLE kept AS SELECT i, hash(i) AS h FROM range(200000) t(i)")
        connection.execute("CHECKPOINT")
        connection.execute("DROP TABLE dropped")
        connection.execute("CHECKPOINT")
    path.write_bytes(path.read_bytes()[:-300_000])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (Path.unlink, "no database there; build it with: python -m ccnt_dash build"),
        (lambda path: path.write_bytes(b""), "not a readable database"),
        (lambda path: path.write_text("policy_id,title_en\n" * 1000), "not a readable database"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "not a readable database"),
        (cut, "cut short"),
        (lambda path: (path.unlink(), make(path, "v", schema="0")), "made for schema 0, this program needs"),
        (bare, "made for schema unknown"),
        (lambda path: (path.unlink(), path.mkdir()), "not a readable database"),
    ],
    ids=["missing", "empty", "text", "beginning only", "cut short", "old schema", "other database", "folder"],
)
def test_what_is_no_database_is_told_with_its_name(database: Path, spoil: Callable[[Path], object], told: str) -> None:
    spoil(database)
    with pytest.raises(StoreError) as error:
        Store(database)
    message = str(error.value)
    assert message.startswith(f"{database}: {told}")
    assert message.endswith("python -m ccnt_dash build")
    assert "\n" not in message
