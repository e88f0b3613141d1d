"""Does Ctrl-C leave no half-written file and one line, and is progress told only to whom watches?"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.__main__ import INTERRUPTED, main
from ccnt_dash.noting import CLEAR, noted, whole
from ccnt_dash.store import Store

SAID = "cancelled; no file was left half-written\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def interrupted(error: BaseException, after: int = 0) -> Callable[..., Any]:
    """A function that is interrupted when it is called for the time after `after` others."""
    calls: list[int] = []

    def stop(*given: Any, **named: Any) -> None:
        calls.append(1)
        if len(calls) > after:
            raise error

    return stop


def test_a_terminal_sees_what_is_done_and_then_nothing_of_it() -> None:
    seen = Terminal()
    with noted(seen) as note:
        note("one")
        note("two")
    assert seen.getvalue() == f"{CLEAR}one …{CLEAR}two …{CLEAR}"


def test_a_file_is_told_nothing() -> None:
    seen = io.StringIO()
    with noted(seen) as note:
        note("one")
    assert seen.getvalue() == ""


def test_a_file_is_there_whole_or_as_before(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("before")
    stop = interrupted(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt), whole(file) as beside:
        stop(beside.write_text("ha"))
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]
    with whole(file) as beside:
        beside.write_text("after")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["after"]


def test_what_can_not_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as error, whole(tmp_path / "no" / "x.csv") as beside:
        beside.write_text("x")
    assert error.value.filename == str(tmp_path / "no" / "x.csv")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError(INTERRUPTED)], ids=["python", "duckdb"])
def test_an_interrupted_export_leaves_the_earlier_one(
    error: BaseException, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "datapackage.json").write_text("earlier")
    monkeypatch.setattr(Store, "save", interrupted(error, after=3))
    assert main(["export", str(out), "--database", str(store.path)]) == 130
    assert capsys.readouterr().err == SAID
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in out.iterdir()] == ["datapackage.json"]


def test_interrupted_rows_leave_no_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(Path, "write_bytes", interrupted(KeyboardInterrupt()))
    assert main(["rows", "sectors", "--out", str(tmp_path / "x.csv"), "--database", str(store.path)]) == 130
    assert capsys.readouterr().err == SAID
    assert not list(tmp_path.iterdir())


def test_an_interrupted_comparison_leaves_no_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr("ccnt_dash.diff.csv.DictWriter.writeheader", interrupted(KeyboardInterrupt()))
    database = str(store.path)
    assert main(["diff", database, database, "--csv", str(tmp_path / "x.csv")]) == 130
    assert capsys.readouterr().err == SAID
    assert not list(tmp_path.iterdir())


def test_another_error_of_the_program_is_not_taken_for_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccnt_dash.verbs.rows.rows", interrupted(RuntimeError("something else")))
    with pytest.raises(RuntimeError, match="something else"):
        main(["rows", "sectors", "--database", str(store.path)])
