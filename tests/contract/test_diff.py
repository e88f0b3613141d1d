"""Is every difference between two data sets told, and nothing else?"""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.build import build, version_of
from ccnt_dash.diff import Change, Difference, difference, opened, told
from ccnt_dash.export import export
from ccnt_dash.release import release
from ccnt_dash.store import Store
from tests.contract.invented import GEOMETRY, Row, append, edit, invented, put

DRAFT, FALL = "invented-qinghai-draft", "invented-shanxi-notice.01"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two databases: in the new one a policy is added and one changed, a target is changed, a value removed."""
    place = tmp_path_factory.mktemp("diff")
    build(invented(place / "old"), place / "old.duckdb", GEOMETRY)
    data = invented(place / "new")
    put(data / "policies/invented.csv", DRAFT, published="2024-02", sectors="energy;transport", note="")
    append(data / "policies/invented.csv", DRAFT, {"policy_id": "invented-new-draft", "title_en": "Invented addition"})
    put(data / "targets/invented.csv", FALL, note="page 7")
    edit(data / "observations/invented.csv", _without_the_second)
    build(data, place / "new.duckdb", GEOMETRY)
    return place


def _without_the_second(rows: list[Row]) -> None:
    del rows[1]


@pytest.fixture(scope="module")
def found(place: Path) -> Difference:
    return difference(opened(place / "old.duckdb"), opened(place / "new.duckdb"))


def of(found: Difference, kind: str) -> list[Change]:
    return [change for change in found.changes if change.kind == kind]


def test_what_changed_is_told_with_column_and_both_values(found: Difference) -> None:
    changed = {
        change.key: {column: (old, new) for column, old, new in change.values} for change in of(found, "changed")
    }
    assert set(changed) == {DRAFT, FALL}
    assert changed[DRAFT]["published"][1] == "2024-02"
    assert changed[DRAFT]["sectors"][1] == "energy;transport"
    assert changed[FALL] == {"note": (None, "page 7")}


def test_what_was_added_and_removed_is_told(found: Difference) -> None:
    [added], [removed] = of(found, "added"), of(found, "removed")
    assert (added.table, added.key) == ("policies", "invented-new-draft")
    assert ("title_en", None, "Invented addition") in added.values
    assert removed.table == "observations"
    assert removed.key.count("|") == 3
    assert all(new is None and old is not None for _, old, new in removed.values)


def test_the_counts_add_up(found: Difference, place: Path) -> None:
    for table, counts in found.counts().items():
        [before], [after] = ([row["n"] for row in Store(place / name).rows(f"SELECT count(*) AS n FROM {table}")]
                             for name in ("old.duckdb", "new.duckdb"))  # fmt: skip
        assert before == counts["same"] + counts["changed"] + counts["removed"]
        assert after == counts["same"] + counts["changed"] + counts["added"]


def test_nothing_differs_from_itself(place: Path) -> None:
    same = difference(opened(place / "old.duckdb"), opened(place / "old.duckdb"))
    assert same.changes == ()
    assert len(list(told(same))) == 1 + len(same.same)


def test_the_command_prints_a_summary_and_writes_every_value(
    place: Path, tmp_path: Path, found: Difference, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / "all.csv"), str(tmp_path / "all.json")]
    databases = [str(place / "old.duckdb"), str(place / "new.duckdb")]
    assert main(["diff", *databases, "--csv", files[0], "--json", files[1]]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{found.old} → {found.new}\n")
    assert f"changed {FALL}: note (empty) → page 7" in printed
    assert "added invented-new-draft: Invented addition" in printed
    with Path(files[0]).open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    whole = json.loads(Path(files[1]).read_text(encoding="utf-8"))
    assert len(rows) == len(whole["changes"]) == sum(len(change.values) for change in found.changes)
    assert whole["counts"] == found.counts()


def test_an_export_is_compared_like_its_database(place: Path, tmp_path: Path) -> None:
    export(Store(place / "old.duckdb"), tmp_path / "out")
    assert difference(opened(tmp_path / "out"), opened(place / "old.duckdb")).changes == ()
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == "2024.6.1+"
    assert package["checksum"] == version_of(place / "old")


def test_an_earlier_layout_is_compared_by_the_columns_it_has(place: Path, tmp_path: Path) -> None:
    shutil.copy(place / "old.duckdb", tmp_path / "early.duckdb")
    with duckdb.connect(str(tmp_path / "early.duckdb")) as early:
        early.execute("UPDATE about SET value = '1' WHERE key = 'schema'")
        early.execute("DELETE FROM about WHERE key = 'number'")
    found = difference(opened(tmp_path / "early.duckdb"), opened(place / "old.duckdb"))
    assert found.changes == ()
    assert found.old == version_of(place / "old")


@pytest.mark.parametrize(
    ("name", "right"),
    [("none.duckdb", "no database there"), ("text.csv", "not a readable database"), ("old", "0 databases there")],
)
def test_bad_input_is_told_in_one_line(name: str, right: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(place / "old" / "texts.csv", place / "text.csv")
    assert main(["diff", str(place / name), str(place / "new.duckdb")]) == 1
    output = capsys.readouterr()
    assert (output.out, output.err.count("\n")) == ("", 1)
    assert output.err.startswith(str(place / name))
    assert right in output.err


def test_a_release_gives_the_data_set_its_number(tmp_path: Path) -> None:
    data = invented(tmp_path / "data")
    checksum = release(data, "2024.6.2", "Invented again.", "再次虚构。", date(2024, 7, 1))
    store = Store(build(data, tmp_path / "ccnt.duckdb", GEOMETRY).database)
    assert (store.number(), store.version()) == ("2024.6.2", checksum)
    for number, right in (("2024.7.1", "released already, as 2024.6.2"), ("24.7", "is no number of a version")):
        with pytest.raises(ValueError, match=right):
            release(data, number, "Nothing.", "无。", date(2024, 7, 2))
    put(data / "policies/invented.csv", DRAFT, note="Other.")
    with pytest.raises(ValueError, match="choose a number above it"):
        release(data, "2024.6.2", "Nothing.", "无。", date(2024, 7, 2))
