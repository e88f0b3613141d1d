"""Does the build make rows of what was accepted in the review, and of nothing else?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from ccnt_dash.build import BuildError, Built, build
from ccnt_dash.build.decisions import FILE
from ccnt_dash.review.decisions import Book, Wish
from tests.contract.invented import GEOMETRY, invented

QUOTE = "到2030年，单位地区生产总值能耗下降5%左右"
SOURCE = {
    "becomes": "source",
    "source_id": "shanxi_lantern_2026",
    "publisher": "Shanxi Lantern Bureau",
    "title_en": "Lantern plan",
    "title_zh": "灯笼规划",
    "accessed": "2026-11-22",
    "licence": "Official document; facts restated, short quotes",
    "rating": "amber",
    "citation": "Shanxi Lantern Bureau, Lantern plan, 2026",
    "sha256": "a" * 64,
}
POLICY = {
    "becomes": "policy",
    "policy_id": "shanxi-2026-lantern",
    "source_id": SOURCE["source_id"],
    "title_en": "Lantern plan",
    "title_zh": "灯笼规划",
    "title_original": "zh",
    "region": "140000",
    "level": "provincial",
    "doc_type": "plan",
    "published": "2026-05",
    "status": "in_force",
    "status_reason": "no_period",
    "confidence": "high",
    "sectors": "energy;industry",
    "issuers": "not-stated",
}
TARGET = {
    "becomes": "target",
    "target_id": "shanxi-2026-lantern.01",
    "policy_id": POLICY["policy_id"],
    "source_id": SOURCE["source_id"],
    "kind": "target",
    "region": "140000",
    "sector": "energy",
    "indicator": "energy_intensity_reduction",
    "comparator": "~",
    "value": "5",
    "unit": "percent",
    "value_source": "5",
    "unit_source": "%",
    "target_year": "2030",
    "strictness": "expected",
    "statement_en": "Energy intensity is to fall by about 5% by 2030.",
    "statement_zh": "到2030年单位地区生产总值能耗下降5%左右。",
    "quote": QUOTE,
    "quote_lang": "zh",
    "confidence": "high",
    "was_value": "50",
}


INDICATOR = {
    "becomes": "indicator",
    "indicator": "lantern_halls",
    "name_en": "Lantern halls",
    "name_zh": "灯笼馆数量",
    "sector": "energy",
    "unit": "count",
    "display_unit": "count",
    "better": "more",
    "additive": "true",
    "definition_en": "Lantern halls that are open at the end of the year.",
    "definition_zh": "年末开放的灯笼馆数量。",
}


@pytest.fixture
def data(folder: Path) -> Path:
    """An invented data set with the one issuer that is no body."""
    made = invented(folder)
    row = "not-stated,Issuer not stated,未注明发布机构,not stated,100000,\n"
    (made / "issuers" / "none.csv").write_text(f"issuer,name_en,name_zh,short_en,region,note\n{row}", "utf-8")
    return made


def decide(data: Path, candidate: str, *parts: dict[str, str], action: str = "accept", **told: Any) -> str:
    return Book(data).append(Wish("Li", action, "doc", {candidate: told.pop("knew", "")}, parts, **told)).decision_id


def accepted(data: Path) -> None:
    decide(data, "document", SOURCE, POLICY)
    decide(data, "c1", TARGET)


def built(data: Path) -> Built:
    return build(data, data.parent / "ccnt.duckdb", GEOMETRY)


def rows(data: Path, sql: str, *values: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(built(data).database), read_only=True) as connection:
        return connection.execute(sql, values).fetchall()


def test_what_was_accepted_is_in_the_data_set(data: Path) -> None:
    accepted(data)
    found = rows(
        data,
        """SELECT t.value, t.comparator, t.quote, t.quote_lang, t.confidence, p.title_zh, s.publisher, s.sha256[1:2],
                  (SELECT list(sector ORDER BY sector) FROM policy_sectors WHERE policy_id = p.policy_id),
                  (SELECT list(issuer) FROM policy_issuers WHERE policy_id = p.policy_id)
           FROM targets t JOIN policies p USING (policy_id) JOIN sources s ON s.source_id = t.source_id
           WHERE target_id = 'shanxi-2026-lantern.01'""",
    )
    about = ("灯笼规划", "Shanxi Lantern Bureau", "aa", ["energy", "industry"], ["not-stated"])
    assert found == [(5.0, "~", QUOTE, "zh", "high", *about)]
    assert not built(data).warnings


def test_without_decisions_or_with_none_nothing_changes(data: Path) -> None:
    counts = "SELECT (SELECT count(*) FROM targets), (SELECT count(*) FROM policies), (SELECT count(*) FROM sources)"
    before = rows(data, counts)
    (data / "review").mkdir()
    (data / FILE).write_text("")
    assert rows(data, counts) == before
    decide(data, "c1", {}, action="reject", reason="a fact")
    assert rows(data, counts) == before


def test_what_was_taken_back_or_decided_otherwise_is_not(data: Path) -> None:
    accepted(data)
    kept = decide(data, "c2", {**TARGET, "target_id": "shanxi-2026-lantern.02"})
    decide(data, "c2", {}, action="reject", knew=kept)
    gone = decide(data, "c3", {**TARGET, "target_id": "shanxi-2026-lantern.03"})
    decide(data, "c3", {}, action="undo", knew=gone, undoes=gone)
    decide(data, "c1", {**TARGET, "target_id": "shanxi-2026-lantern.04"})  # by somebody who did not know
    assert rows(data, "SELECT target_id FROM targets WHERE starts_with(target_id, 'shanxi-2026-lantern.')") == [
        ("shanxi-2026-lantern.01",)
    ]


def test_a_split_gives_two_rows(data: Path) -> None:
    decide(data, "document", SOURCE, POLICY)
    parts = ({**TARGET, "target_id": f"shanxi-2026-lantern.0{at}", "target_year": f"203{at}"} for at in (1, 2))
    decide(data, "c1", *parts, action="split")
    assert rows(data, "SELECT target_year FROM targets WHERE policy_id = 'shanxi-2026-lantern' ORDER BY 1") == [
        (2031,),
        (2032,),
    ]


def test_a_mention_of_a_known_policy_names_a_further_source_once(data: Path) -> None:
    accepted(data)
    mention = {"becomes": "mention", "policy_id": "invented-national-plan", "source_id": SOURCE["source_id"]}
    decide(data, "c2", {**mention, "quote": "Lantern", "quote_lang": "en"})
    decide(data, "c3", {**mention, "quote": "Lantern plan", "quote_lang": "en"})
    decide(data, "c4", {**mention, "policy_id": POLICY["policy_id"]})
    found = rows(data, "SELECT policy_id, quote FROM policy_sources WHERE source_id = ?", SOURCE["source_id"])
    assert found == [("invented-national-plan", "Lantern")]


HALLS = {**TARGET, "indicator": "lantern_halls", "unit": "count", "unit_source": "座", "statement_en": "Halls: 5."}


def test_a_new_indicator_is_in_the_vocabulary_behind_the_others_of_its_sector(data: Path) -> None:
    decide(data, "document", SOURCE, POLICY)
    decide(data, "c1", HALLS, INDICATOR)
    decide(data, "c2", {**HALLS, "target_id": "shanxi-2026-lantern.02", "target_year": "2035"})
    assert not built(data).warnings
    found = rows(data, "SELECT name_zh, additive, unit FROM indicators WHERE indicator = 'lantern_halls'")
    assert found == [("灯笼馆数量", True, "count")]
    sorts = rows(data, "SELECT indicator FROM indicators WHERE sector = 'energy' ORDER BY sort DESC LIMIT 1")
    assert sorts == [("lantern_halls",)]
    assert len(rows(data, "SELECT * FROM targets WHERE indicator = 'lantern_halls'")) == 2


def test_a_new_indicator_without_a_definition_or_twice_is_named(data: Path) -> None:
    decide(data, "document", SOURCE, POLICY)
    decide(data, "c1", HALLS, {**INDICATOR, "definition_zh": ""})
    decide(data, "c2", {**HALLS, "target_id": "shanxi-2026-lantern.02"}, INDICATOR)
    with pytest.raises(BuildError) as failed:
        built(data)
    told = {(each.line, each.column) for each in failed.value.complaints}
    assert {(5, "definition_zh"), (7, "indicator")} <= told


def test_a_policy_carries_out_another_and_says_from_what_it_is_known(data: Path) -> None:
    links = {"implements": "invented-national-plan", "implements_reason": "The opening names it."}
    decide(data, "document", SOURCE, {**POLICY, **links})
    relations = "SELECT relation, other_policy, reason_en, confidence, quote FROM policy_relations WHERE policy_id = ?"
    found = rows(data, relations.replace("?", f"'{POLICY['policy_id']}'"))
    assert found == [("implements", "invented-national-plan", "The opening names it.", "high", None)]
    assert rows(data, "SELECT implements FROM policies WHERE policy_id = ?", POLICY["policy_id"]) == [
        ("invented-national-plan",)
    ]


@pytest.mark.parametrize(
    ("wrong", "column", "value"),
    [
        ({"indicator": "lantern_intensity"}, "indicator", "lantern_intensity"),
        ({"unit": "MW"}, "unit", "MW"),
        ({"value": "5e3"}, "value", "5e3"),
        ({"value_source": "6"}, "value_source", "6"),
        ({"policy_id": "shanxi-2026-lanterns"}, "policy_id", "shanxi-2026-lanterns"),
        ({"statement_zh": ""}, "statement_zh", ""),
        ({"quote": ""}, "quote", ""),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_what_to_do(
    data: Path, wrong: dict[str, str], column: str, value: str
) -> None:
    decide(data, "document", SOURCE, POLICY)
    decide(data, "c1", {**TARGET, **wrong})
    with pytest.raises(BuildError) as failed:
        built(data)
    told = {(each.file, each.line, each.column, each.value) for each in failed.value.complaints}
    assert (FILE, 4, column, value) in told
    assert all("decide it anew" in each.right for each in failed.value.complaints)


def test_a_torn_end_is_left_out_and_said(data: Path) -> None:
    accepted(data)
    with (data / FILE).open("ab") as file:
        file.write(b"torn,accept,")
    made = built(data)
    assert [(each.file, each.level) for each in made.warnings] == [(FILE, "warning")]
    assert rows(data, "SELECT count(*) FROM targets WHERE policy_id = 'shanxi-2026-lantern'") == [(1,)]


def test_a_spoiled_line_stops_the_build(data: Path) -> None:
    accepted(data)
    with (data / FILE).open("ab") as file:
        file.write(b'torn,"line\n')
    with pytest.raises(BuildError, match=r"review/decisions\.csv:5: .*cells"):
        built(data)
