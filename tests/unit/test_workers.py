"""Can no file take the run down, whatever it holds: in time, in memory, with a sentence for the editor?"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccnt_dash.ingest.command import WORKER
from ccnt_dash.ingest.reader import Asked, Reader
from ccnt_dash.ingest.reading import Limits, ReadError
from ccnt_dash.ingest.workers import Workers
from ccnt_dash.settings import ROOT
from tests.unit.test_reading import BOMB, docx, paragraph, pdf

SETUP = {"data": str(ROOT / "data"), "region": "", "language": "auto", "rules": ""}
LIMITS = Limits(seconds=6)
resource = pytest.importorskip("resource", reason="measures what child processes used")
READER = Reader(ROOT / "data", LIMITS)


def answers(tmp_path: Path, files: dict[str, bytes], limits: Limits = LIMITS, module: str = WORKER) -> dict[str, dict]:  # type: ignore[type-arg]
    tasks = []
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        tasks.append({"path": str(tmp_path / name), "file": name})
    return {task["file"]: answer for task, answer in Workers(module, SETUP, 2, limits).run(tasks)}


def tried(path: Path) -> bool:
    """Whether a file gives a result, or a sentence that names it."""
    try:
        return bool(READER.item(path, path.name, Asked()).document.document_id)
    except ReadError as error:
        return str(error).startswith(f"{path.name}: ")


NASTY = {
    "sentence.txt": "到2025年，森林覆盖率达到24.1%。".encode(),
    "digits.txt": b"7" * 3_900_000,
    "lines.txt": b"7\n" * 1_900_000,
    "endless.txt": ("到2025年，绿化" * 400_000).encode()[:10_000_000],
    "percent.txt": "达到5%，".encode() * 150_000,
    "brackets.txt": "《（〔「".encode() * 200_000,
    "blanks.txt": b"a" + b" " * 3_000_000 + b"b",
    "english.txt": b"By 2025 and by 2027 will reach " * 100_000,
    "bomb.docx": BOMB,
    "cut.docx": docx(paragraph("方案" * 5_000))[:700],
    "deep.html": b"<div><b><i>" * 300_000,
    "cells.html": b"<table>" + b"<tr><td>1<td>2025" * 60_000,
    "pages.pdf": pdf(*["By 2025, 24.1%"] * 400),
    "zeros.pdf": b"%PDF-1.7" + bytes(3_000_000),
    "last.txt": "到2025年，森林覆盖率达到24.1%。".encode(),
}


def test_nasty_files_end_in_a_result_or_a_sentence_within_bounds(tmp_path: Path) -> None:
    begun = time.monotonic()
    told = answers(tmp_path, NASTY)
    assert set(told) == set(NASTY)
    for name, answer in told.items():
        assert "document" in answer or len(answer["error"]) > 10, name
    assert told["sentence.txt"]["candidates"] == told["last.txt"]["candidates"] != []
    assert "unpacks to more" in told["bomb.docx"]["error"]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert peak < LIMITS.memory * 1.2
    assert time.monotonic() - begun < LIMITS.seconds * len(NASTY) + 30


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    files = {"a.txt": ("到2025年达到5%。" * 200_000).encode(), "b.txt": "到2025年，森林覆盖率达到24.1%。".encode()}
    told = answers(tmp_path, files, Limits(seconds=0.5))
    assert told["a.txt"]["error"] == "took longer than 0.5 seconds; split it"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_child_that_needs_too_much_memory_is_ended(tmp_path: Path) -> None:
    many = docx(paragraph("5%") * 1_000_000)
    files = {"a.docx": many, "b.txt": "到2025年，森林覆盖率达到24.1%。".encode()}
    told = answers(tmp_path, files, Limits(memory=500_000_000, seconds=60))
    assert told["a.docx"]["error"] == "needs more than 0.5 GB of memory; split it"
    assert "document" in told["b.txt"]


def test_a_child_that_breaks_off_costs_only_its_file(tmp_path: Path) -> None:
    told = answers(tmp_path, {"a.txt": b"text", "b.txt": b"text"}, module="this_module_is_missing")
    assert [answer["error"] for answer in told.values()] == [
        "the process that read it broke off (code 1); save it anew"
    ] * 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=3_000), ending=st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx"]))
def test_any_bytes_give_a_result_or_a_sentence(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)
    assert tried(path)


# fmt: off
PIECES = [
    "到2025年", "，", "。", "达到", "5%", "不低于", "《", "》", "（", "万亩", "\n", "\t", " ", "十四五", "由", "提高到",
    "By 2030", "will", "and", "〔2021〕", "3号", "\ud800", "\x00", "广东省", "2.5", "−", "—",
]
# fmt: on


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_words_give_a_result(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("字" + "".join(pieces), encoding="utf-8", errors="surrogatepass")
    try:
        made = READER.item(path, path.name, Asked())
    except ReadError:
        return
    assert all(made.text[each.start : each.end] == each.quote for each in made.candidates.values())


@pytest.mark.parametrize(
    "whole", [docx(paragraph("到2025年达到5%。") * 20), pdf("By 2025, 24.1%", "more")], ids=["docx", "pdf"]
)
def test_damaged_files_give_a_result_or_a_sentence(tmp_path: Path, whole: bytes) -> None:
    chance = random.Random(7)
    for number in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"{number}.{'docx' if whole.startswith(b'PK') else 'pdf'}"
        path.write_bytes(bytes(damaged[: chance.randint(4, len(damaged))]))
        assert tried(path)
