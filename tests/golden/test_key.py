"""Is the answer key for finding targets in texts sound: exact quotes, known codes, values that can be read?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.answer import Answers

PASSAGES = sorted((Path(__file__).parent / "ingest").glob("*/*.json"))
TABLES = {"indicator": "indicators", "sector": "sectors", "kind": "target_kinds", "strictness": "strictness_levels"}


def passage(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_there_is_a_part_to_develop_on_and_a_part_to_measure_on_in_both_languages() -> None:
    parts = {(path.parent.name, passage(path)["language"]) for path in PASSAGES}
    assert parts == {(part, lang) for part in ("develop", "measure") for lang in ("en", "zh")}
    documents = {
        part: {
            passage(path)["document"]
            for path in PASSAGES
            if path.parent.name == part and passage(path)["language"] == "zh"
        }
        for part in ("develop", "measure")
    }
    assert not documents["develop"] & documents["measure"]
    assert sum(not passage(path)["targets"] for path in PASSAGES) >= 5


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_a_passage_is_quoted_exactly_with_known_codes(path: Path, answers: Answers) -> None:
    told, known = passage(path), answers.vocabulary()
    assert told["document_region"] in known["regions"]
    for target in told["targets"]:
        assert target["quote"] in told["text"]
        assert target["region"] in known["regions"]
        assert target["indicator"].startswith("new:") or target["indicator"] in known["indicators"]
        assert all(target[name] in known[table] for name, table in TABLES.items() if name != "indicator")
        assert target["value"] is None or target["comparator"] in known["comparators"]
    assert all(each["quote"] in told["text"] and each["why"] for each in told["not_targets"])
