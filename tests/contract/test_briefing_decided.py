"""Does a briefing keep what an editor decided, and is what cannot be told?"""

from __future__ import annotations

import csv
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.answer import Answers
from ccnt_dash.briefing.command import Asked, brief, keep
from ccnt_dash.briefing.make import items
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT

SUMMER = Filters(start="2024-05", end="2024-08")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Text files of which only the issues are written."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(ROOT / "data" / "issues.csv", folder)
    return folder


def lines(desk: Path, name: str) -> list[dict[str, str]]:
    with (desk / "briefings" / f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def change(desk: Path, name: str, changes: dict[str, dict[str, str]]) -> None:
    found = lines(desk, name)
    found = [{**row, **changes.get(row["record"], {})} for row in found]
    with (desk / "briefings" / f"{name}.csv").open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(found[0]))
        writer.writeheader()
        writer.writerows(found)


JUNE = Asked(start="2024-04", end="2024-06", name="june")
TOP = "policy:ningxia-2024-methane-control"
LOCKED = "policy:guangdong-2024-distributed-pv"
DROPPED = "activity:news-2024-ordos-hydrogen-tolls"
MOVED = "policy:anhui-2024-rural-wind-power"
WRITTEN = {"state": "rewritten", "text_en": "Our own words.\n- One point.", "text_zh": "自己的文字。\n- 一点。"}


def edited(answers: Answers, desk: Path) -> list[dict[str, str]]:
    keep(answers, desk, JUNE, date(2024, 7, 1))
    changes: dict[str, dict[str, str]] = {
        TOP: {**WRITTEN, "section": "top", "place": "1"},
        LOCKED: {"state": "locked"},
        DROPPED: {"state": "dropped"},
        MOVED: {"place": "1"},
    }
    change(desk, "june", changes)
    keep(answers, desk, replace(JUNE, end="2024-08"), date(2024, 9, 1))
    return lines(desk, "june")


def test_the_next_run_keeps_what_an_editor_decided_and_adds_what_is_new(answers: Answers, desk: Path) -> None:
    found = {row["record"]: row for row in edited(answers, desk)}
    assert found[TOP]["section"] == "top"
    assert (found[TOP]["text_en"], found[TOP]["state"]) == (WRITTEN["text_en"], "rewritten")
    assert found[DROPPED]["state"] == "dropped"
    assert found[LOCKED]["text_en"].startswith("People's Government of Guangdong")
    assert "广东省" in found[LOCKED]["text_zh"]
    local = [row["record"] for row in found.values() if row["section"] == found[MOVED]["section"]]
    assert local[0] == MOVED
    new = [record for record, row in found.items() if row["state"] == "new"]
    assert "policy:cn-493dd242" in new
    assert {row["state"] for row in found.values()} == {"kept", "new", "locked", "rewritten", "dropped"}
    again = edited(answers, desk)
    assert {row["record"] for row in again} >= set(found)
    with (desk / "issues.csv").open(encoding="utf-8", newline="") as text:
        row = next(row for row in csv.DictReader(text) if row["issue"] == "june")
    assert (row["ends"], row["published"]) == ("2024-08", "2024-07-01")


def test_what_was_decided_is_what_is_shown(answers: Answers, desk: Path) -> None:
    edited(answers, desk)
    shown = brief(answers, desk, Asked(name="june"), "md", "http://localhost").decode()
    assert DROPPED not in shown
    assert "*Edited* Our own words." in shown
    assert "- One point." in shown
    assert shown.index(TOP) < shown.index("## News and events")
    assert "自己的文字" in brief(answers, desk, Asked(name="june", lang="zh"), "md", "").decode()


def test_a_locked_item_stays_when_its_record_has_gone(answers: Answers, desk: Path) -> None:
    edited(answers, desk)
    keep(answers, desk, replace(JUNE, start="2024-08", end="2024-08"), date(2024, 9, 1))
    left = {row["record"]: row["state"] for row in lines(desk, "june")}
    assert left[LOCKED] == "locked"
    assert left[TOP] == "rewritten"
    assert MOVED not in left


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"start": "2024"}, "--from is '2024'"),
    ({"start": "2024-09"}, "should not be after --to"),
    ({"regions": ("14",)}, "--region is '14'"),
    ({"sectors": ("Energy",)}, "--sector is 'Energy'"),
    ({"name": "../x"}, "is no name of an issue"),
]


@pytest.mark.parametrize(("given", "told"), WRONG, ids=lambda each: str(each)[:24])
def test_what_cannot_be_is_told_with_what_would_be_right(
    answers: Answers, desk: Path, given: dict[str, Any], told: str
) -> None:
    asked = replace(Asked(start="2024-05", end="2024-08"), **given)
    with pytest.raises(ValueError, match=re.escape(told)):
        brief(answers, desk, asked, "md", "")


def test_a_spoiled_decision_is_told(answers: Answers, desk: Path) -> None:
    edited(answers, desk)
    change(desk, "june", {TOP: {"state": "lokced"}})
    with pytest.raises(ValueError, match=f"{TOP}: state is 'lokced'"):
        items(answers, SUMMER, ()) and brief(answers, desk, Asked(name="june"), "md", "")


def test_the_command_writes_a_file_and_refuses_a_format(
    answers: Answers, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [
        "brief",
        "--from",
        "2024-05",
        "--to",
        "2024-08",
        "--region",
        "140000",
        "--database",
        str(answers.store.path),
    ]
    assert main([*known, "--lang", "zh", "--out", str(tmp_path / "x.md")]) == 0
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# 气候政策简报：2024年5月至8月")
    assert main([*known, "--format", "xml"]) == 1
    assert "--format is 'xml'; it should be one of md, html, docx, pdf" in capsys.readouterr().err
