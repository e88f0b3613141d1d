"""Is a candidate set against the right answer, and is every error counted where it belongs?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.passages import Passage, passages
from ccnt_dash.ingest.quality import fields, outcome, tally, units, why_missed, why_surplus
from ccnt_dash.ingest.quality_report import report
from ccnt_dash.settings import ROOT

UNITS = units(ROOT / "data")
TEXT = "By 2027, 2 GW of wind power and 30% of heat; the 95% of the nation."


def row(**changed: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "quote": "2 GW of wind power", "indicator": "wind_capacity", "kind": "target", "comparator": "=", "value": 2000,
        "value_high": None, "value_aspired": None, "unit": "MW", "base_year": None, "target_year": 2027,
        "region": "150000", "sector": "energy", "strictness": "expected",
    }  # fmt: skip
    return {**plain, **changed}


def found(quote: str = "2 GW of wind power", **changed: Any) -> Candidate:
    at = TEXT.index(quote)
    plain: dict[str, Any] = {
        "kind": "target", "figure": at, "value": 2.0, "unit": "GW", "target_year": 2027, "region": "150000",
        "comparator": "=", "indicator": "wind_capacity", "sector": "energy", "strictness": "expected",
    }  # fmt: skip
    return Candidate(start=at, end=at + len(quote), quote=quote, **{**plain, **changed})


def passage(*rows: dict[str, Any]) -> Passage:
    others = ({"quote": "the 95% of the nation", "why": "cited_elsewhere"},)
    return Passage("a-1", "develop", Source("a", TEXT, "en", "150000"), 0, rows, others)


def test_a_value_in_another_unit_of_the_same_dimension_is_the_same() -> None:
    done = outcome(passage(row()), [found()], UNITS)
    assert len(done.pairs) == 1
    assert all(right == of == 1 for right, of in fields([done]).values())


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"target_year": 2030}, "other year"),
        ({"unit": "MWh", "value": 2000.0}, "other unit"),
        ({"value": 3.0}, "value not found"),
    ],
)
def test_a_wrong_candidate_is_both_missed_and_wrong(changed: dict[str, Any], why: str) -> None:
    done = outcome(passage(row()), [found(**changed)], UNITS)
    assert (done.pairs, len(done.missed), len(done.surplus)) == ((), 1, 1)
    assert why_missed(done, done.missed[0], UNITS) == why
    made = tally([done])
    assert (made.support, made.found, made.right, made.precision, made.recall, made.f1) == (1, 1, 0, 0, 0, 0)


def test_answers_and_candidates_pair_one_to_one_and_by_place() -> None:
    rows = row(), row(region="140000")
    done = outcome(passage(*rows), [found(region="140000"), found(region="150000"), found(region="150000")], UNITS)
    assert [(a["region"], b.region) for a, b in done.pairs] == [("150000", "150000"), ("140000", "140000")]
    assert len(done.surplus) == 1


def test_a_number_that_is_no_target_is_told_by_its_reason() -> None:
    done = outcome(passage(), [found("the 95% of the nation", value=95.0, unit="percent", figure=53)], UNITS)
    assert why_surplus(done, done.surplus[0], UNITS) == "cited_elsewhere"


def test_facts_and_policies_count_for_nothing_and_kinds_are_counted_apart() -> None:
    done = outcome(passage(row()), [found(kind="subsidy"), found(kind="fact"), found(kind="policy")], UNITS)
    assert (tally([done]).right, tally([done]).found, tally([done], ["subsidy"]).found) == (0, 0, 1)
    assert "target taken for subsidy" in report([done], UNITS)


def test_milestones_pair_by_year_and_words() -> None:
    stone = row(kind="milestone", value=None, unit=None, comparator=None)
    same = found(kind="milestone", value=None, unit="", comparator="")
    assert len(outcome(passage(stone), [same], UNITS).pairs) == 1
    elsewhere = found("30% of heat", kind="milestone", value=None, unit="", comparator="")
    assert outcome(passage(stone), [elsewhere], UNITS).pairs == ()


def test_what_stands_before_the_passage_is_carried_but_not_counted(tmp_path: Path) -> None:
    told = {"id": "a-1", "document": "newsletter", "language": "en", "document_region": "150000", "text": TEXT,
            "context": "In 2026:", "targets": [row()], "not_targets": []}  # fmt: skip
    (tmp_path / "develop").mkdir()
    path = tmp_path / "develop" / "a-1.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    (only,) = passages(tmp_path)
    assert only.source.text[only.begin :] == TEXT
    assert (only.source.region, only.source.title) == ("", "")
    early = Candidate("target", 0, 7, "In 2026", 3, value=2000.0, unit="MW", target_year=2027)
    assert outcome(only, [early], UNITS).surplus == ()


def test_a_folder_or_file_that_is_no_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no passages"):
        passages(tmp_path)
    (tmp_path / "develop").mkdir()
    (tmp_path / "develop" / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.json has no field 'id'"):
        passages(tmp_path)
    (tmp_path / "develop" / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.json: .*one JSON object"):
        passages(tmp_path)
