"""Are documents fed in once, again only where something changed, and never at the cost of the others?"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ccnt_dash.ingest.command import ingest, options
from ccnt_dash.ingest.inbox import Inbox
from ccnt_dash.ingest.ledger import NAME, Entry, Ledger
from ccnt_dash.settings import ROOT

TEXT = "安徽省某行动方案\n皖政〔2021〕{0}号\n到2025年，全省第{0}批森林覆盖率达到{0}.5%以上。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    (made / "inner").mkdir(parents=True)
    for number in range(1, 4):
        (made / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (made / "inner" / "1.txt").write_text(TEXT.format(40), encoding="utf-8")
    (made / ".hidden.txt").write_text("hidden", encoding="utf-8")
    return made


def run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    options(parser, ROOT / "data", Path("nowhere"))
    return ingest(parser.parse_args([*map(str, arguments), "--workers", "1"]))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_becomes_lines(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run(folder, "--json", out) == 0
    told = capsys.readouterr()
    assert "4 read, 0 unchanged, 0 not read" in told.out
    assert "4/4" in told.err
    assert sorted(path.name for path in out.glob("*.jsonl")) == [
        "1.txt.jsonl",
        "2.txt.jsonl",
        "3.txt.jsonl",
        "inner__1.txt.jsonl",
    ]
    for row in (each for path in out.glob("*.jsonl") for each in lines(path)):
        assert row["region_adcode"] == "340000"
    assert {row["file"] for row in lines(out / "inner__1.txt.jsonl")} <= {"inner/1.txt"}
    assert run(folder, "--json", out) == 0
    assert "0 read, 4 unchanged, 0 not read" in capsys.readouterr().out


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inbox = tmp_path / "inbox"
    assert run(folder, "--inbox", inbox) == 0
    assert len(Inbox(inbox).ids()) == 4
    before = {each.document.document_id: each for each in Inbox(inbox).items()}
    (folder / "2.txt").write_text(TEXT.format(2).replace("，", "， "), encoding="utf-8")
    (folder / "3.txt").unlink()
    assert run(folder, "--inbox", inbox) == 0
    assert "1 read, 2 unchanged, 0 not read" in capsys.readouterr().out
    after = {each.document.document_id: each for each in Inbox(inbox).items()}
    assert {key: list(each.candidates) for key, each in before.items()} == {
        key: list(each.candidates) for key, each in after.items()
    }, "white space changes no id"
    assert run(folder, "--inbox", inbox, "--region", "340100") == 0
    assert "3 read, 0 unchanged" in capsys.readouterr().out
    assert {each.document.region for each in Inbox(inbox).items()} == {"340000", "340100"}


def test_a_bad_file_is_told_and_passed_over(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.pdf").write_bytes(b"no PDF")
    (folder / "bad.xlsx").write_bytes(b"PK")
    assert run(folder, tmp_path / "missing.txt", "--json", tmp_path / "out") == 1
    told = capsys.readouterr()
    assert "4 read, 0 unchanged, 3 not read" in told.out
    assert "not read: bad.pdf: is no whole PDF file; download it again" in told.err
    assert "not read: bad.xlsx: files ending in '.xlsx' are not read" in told.err
    assert "not read: missing.txt: there is no such file" in told.err


def test_what_was_asked_wrongly_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"--region is '34'; it should be a six-digit code"):
        run(folder, "--json", tmp_path / "out", "--region", "34")


def test_names_never_meet(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    names = []
    for place, file in (
        ("/a/1.txt", "1.txt"),
        ("/b/1.txt", "1.txt"),
        ("/c/1.TXT", "1.TXT"),
        ("/d", "长" * 90 + ".txt"),
    ):
        names.append(ledger.name(place, file))
        ledger.add(Entry(file, place, "", "", names[-1], 0))
    assert len({name.casefold() for name in names}) == 4
    assert all(len(os.fsencode(name)) <= 220 for name in names)
    assert [Ledger(tmp_path).name("/b/1.txt", "1.txt"), ledger.name("/a/1.txt", "1.txt")] == [names[1], names[0]]


def test_a_line_half_written_is_passed_over(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    (tmp_path / "1.jsonl").write_text("", encoding="utf-8")
    ledger.add(Entry("1.txt", "/1", "s", "r", "1.jsonl", 3))
    with (tmp_path / NAME).open("ab") as file:
        file.write(b'\n{"file": "2.t')
    again = Ledger(tmp_path)
    assert again.known("/1", "s", "r")
    again.add(Entry("3.txt", "/3", "s", "r", "1.jsonl", 3))
    third = Ledger(tmp_path)
    assert third.known("/1", "s", "r")
    assert third.known("/3", "s", "r")
    assert not third.known("/1", "changed", "r")
    assert not third.known("/1", "s", "other rules")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that can't be caught")
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "many", tmp_path / "out"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number) * 300, encoding="utf-8")
    command = [sys.executable, "-m", "ccnt_dash", "ingest", str(folder), "--json", str(out), "--workers", "1"]
    begun = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while len(list(out.glob("*.jsonl"))) < 5 and time.monotonic() < until:
        time.sleep(0.02)
    begun.kill()
    begun.wait()
    done = {path.name: path.read_bytes() for path in out.glob("*.jsonl")}
    assert 5 <= len(done) < 60
    assert run(folder, "--json", out) == 0
    told = capsys.readouterr().out
    unchanged = int(told.split(" read, ")[1].split(" ")[0])
    assert unchanged in (len(done) - 1, len(done)), "at most the file in work is lost"
    assert len(list(out.glob("*.jsonl"))) == 60
    assert all((out / name).read_bytes() == content for name, content in done.items())


def test_a_full_disk_is_told_and_leaves_whole_files(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert run(folder, "--json", out) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (folder / "1.txt").write_text(TEXT.format(77), encoding="utf-8")
    with pytest.raises(OSError, match="No space left"):
        run(folder, "--json", out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    monkeypatch.undo()
    shutil.rmtree(out)
    assert run(folder, "--json", out) == 0
