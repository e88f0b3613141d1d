"""Is every acknowledged decision there, whatever happens to the process, the disk and the other editor?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ccnt_dash.review.decisions import Book
from ccnt_dash.settings import ROOT


def appended(folder: Path, seed: int, rounds: int, way: str) -> list[str]:
    """What processes acknowledged until they were ended in that way."""
    command = [sys.executable, "-m", "tests.contract.appending", str(folder), str(seed), str(rounds), way]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return [told for line in done.stdout.splitlines() for told in json.loads(line)]


@pytest.mark.parametrize(("way", "rounds"), [("killed", 30), ("torn", 40)])
def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path, way: str, rounds: int) -> None:
    told = appended(tmp_path, 1, rounds, way)
    found = Book(tmp_path).read()
    kept = [each.id for each in found.decisions]
    assert len(told) > rounds
    assert set(told) <= set(kept)
    assert len(kept) == len(set(kept)) <= len(told) + 2 * rounds  # written, and killed before it was said
    assert not found.complaints
    assert found.torn is None


def test_a_torn_end_is_kept_beside(tmp_path: Path) -> None:
    appended(tmp_path, 2, 12, "torn")
    Book(tmp_path)
    assert list((tmp_path / "review").glob("torn-*.txt"))


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    told = appended(tmp_path, 3, 4, "full")
    failed = [each for each in told if each.startswith("!")]
    kept = [each.id for each in Book(tmp_path).read().decisions]
    assert len(failed) == 4
    assert all("decisions.csv" in each and "not kept" in each for each in failed)
    assert kept == [each for each in told if not each.startswith("!")]
    assert not list((tmp_path / "review").glob("torn-*.txt"))
