"""Do documents and candidates wait as they were found, under ids that a second reading gives again?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.document import Cited, Document
from ccnt_dash.ingest.identity import ALPHABET, candidate_ids, document_id
from ccnt_dash.ingest.inbox import Inbox, item

TEXT = "到2025年，森林覆盖率达到24.1%。\n到2025年，森林覆盖率达到24.1%。\n印发《方案》和《规划》。"


def found(quote: str, nth: int = 0, kind: str = "target", figure: str = "24.1", **more: object) -> Candidate:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    at = start + quote.index(figure) if figure else -1
    return Candidate(kind=kind, start=start, end=start + len(quote), quote=quote, figure=at, **more)  # type: ignore[arg-type]


DOCUMENT = Document(
    document_id(TEXT), "a.txt", title="方案", issuers=("ndrc",), sectors=("land_use",), cites=(Cited("规划"),)
)
TARGET = found("森林覆盖率达到24.1%", value=24.1, unit="percent", comparator="=")


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    inbox, made = Inbox(tmp_path / "inbox"), item(DOCUMENT, TEXT, [TARGET, found("《方案》", kind="policy", figure="")])
    path = inbox.write(made)
    assert path.name == f"{DOCUMENT.document_id}.json"
    assert inbox.ids() == [DOCUMENT.document_id]
    assert inbox.read(DOCUMENT.document_id) == made
    assert list(inbox.items()) == [made]
    assert [each.name for each in inbox.folder.iterdir()] == [path.name]
    assert json.loads(path.read_text(encoding="utf-8"))["candidates"][0]["quote"] == TARGET.quote


def test_an_empty_inbox_has_nothing(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "none")
    assert inbox.ids() == []
    for wrong in ("000000000000", "../../etc/passwd"):
        with pytest.raises(KeyError):
            inbox.read(wrong)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"document": {"x": 1}, "text": "", "candidates": []}'])
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "000000000000.json").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"000000000000\.json: is no item of the inbox.*ingest its document again"):
        Inbox(tmp_path).read("000000000000")


def test_ids_have_no_look_alikes_and_do_not_depend_on_white_space() -> None:
    assert document_id("到 2025\n年") == document_id("到2025年") != document_id("到2026年")
    assert set(document_id(TEXT)) <= set(ALPHABET)
    assert not set("ilou") & set(ALPHABET)
    assert document_id("\udc80")


def test_a_better_reading_keeps_the_id() -> None:
    better = replace(TARGET, value=24.1, target_year=2025, region="440000", comparator=">=", kind="milestone")
    wider = found("到2025年，森林覆盖率达到24.1%。")
    ids = [candidate_ids("d", TEXT, [each])[0] for each in (TARGET, better, wider)]
    assert len(set(ids)) == 1


def test_different_findings_have_different_ids() -> None:
    several = [
        TARGET,
        replace(TARGET, indicator="new:other"),
        found("森林覆盖率达到24.1%", nth=1),
        found("到2025年，森林覆盖率", figure="", kind="milestone"),
        found("到2025年", figure="2025"),
        found("《方案》", kind="policy", figure=""),
        found("《规划》", kind="policy", figure=""),
    ]
    ids = candidate_ids("d", TEXT, several)
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(candidate_ids("e", TEXT, several))
    assert ids[1:] == candidate_ids("d", TEXT, several)[1:]
