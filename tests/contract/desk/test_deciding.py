"""Does what an editor decides at the desk become rows, and is what does not fit told at its field?"""

from __future__ import annotations

import re

import pytest

from ccnt_dash.review.decisions import Book
from tests.contract.desk.sitting import (
    FACT,
    FALL,
    FOREST,
    ID,
    PLAN,
    TITLE,
    Editor,
    Form,
    last,
    own,
)


def test_the_list_names_what_waits(editor: Editor) -> None:
    page = editor.page()
    assert PLAN.document.title in page
    assert "Lantern Letter" in page
    assert "2 documents, 10 decisions waiting" in page
    assert "zh.reach" in page


def test_a_document_becomes_a_source_and_a_policy(editor: Editor, book: Book) -> None:
    own(editor)
    source, policy = last(book).parts
    assert (source["becomes"], source["title_en"], source["sha256"]) == ("source", TITLE, "ab" * 32)
    assert (policy["becomes"], policy["title_zh"], policy["issuers"]) == ("policy", PLAN.document.title, "gov-140000")
    assert (policy["published"], policy["status_reason"], policy["sectors"]) == (
        "2026-05-16",
        "period_running",
        "energy",
    )
    assert policy["source_id"] == source["source_id"]


def test_a_target_is_accepted_as_it_was_found(editor: Editor, book: Book) -> None:
    own(editor)
    editor.decide(ID, FALL)
    row = last(book).parts[0]
    assert (last(book)["action"], row["value"], row["value_source"], row["comparator"]) == ("accept", "14", "14", "~")
    assert (row["quote"], row["quote_lang"]) == ("单位地区生产总值能耗较2025年下降14%左右", "zh")
    assert (row["statement_en"], row["rule"], row["sure"]) == (
        "Shanxi: Fall in energy use per unit of GDP ≈ 14% vs 2025 by 2030.", "zh.fall", "0.95",
    )  # fmt: skip
    assert row["policy_id"].startswith("shanxi-2026-")
    assert row["target_id"] == f"{row['policy_id']}.{FALL}"
    assert PLAN.text[int(row["start"]) : int(row["end"])] == PLAN.candidates[FALL].quote
    assert row["was_value"] == "14"


def test_a_change_says_what_was_and_the_sentence_follows(editor: Editor, book: Book) -> None:
    own(editor)
    editor.decide(ID, FOREST, **{"p1.comparator": ">=", "p1.target_year": "2029"})
    row = last(book).parts[0]
    assert (last(book)["action"], row["changed"]) == ("change", "comparator: = → >=; target_year: 2028 → 2029")
    assert (row["was_target_year"], row["target_year"]) == ("2028", "2029")
    editor.decide(ID, FOREST, **{"p1.target_year": "2027"})
    assert last(book).parts[0]["statement_zh"] == "山西：森林覆盖率≥ 26%，2027年。"


def test_a_rejection_needs_a_reason(editor: Editor, book: Book) -> None:
    refused = editor.send(ID, editor.form(ID, FACT), "reject")
    assert refused.status_code == 422
    assert "say why" in refused.get_data(as_text=True)
    editor.decide(ID, FACT, "reject", reason="It happened already.")
    assert (last(book)["action"], last(book)["reason"]) == ("reject", "It happened already.")
    assert "rejected by Li" in editor.page(f"/{ID}?at={FACT}")


def test_without_a_name_nothing_is_decided(editor: Editor, book: Book) -> None:
    editor.name = ""
    assert editor.send(ID, editor.form(ID, FACT), "reject", reason="x").status_code == 422
    assert not book.read().decisions


def test_a_target_needs_its_document_first_and_what_was_typed_stays(editor: Editor, book: Book) -> None:
    refused = editor.send(ID, editor.form(ID, FALL), "accept", **{"p1.note": "as typed"})
    page = refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert "Decide on the document itself first" in page
    assert Form(page).fields["p1.note"] == "as typed"
    assert not book.read().decisions


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"p1.value": "1e3"}, "plain digits"),
        ({"p1.unit": "MW"}, "should be percent"),
        ({"p1.value_source": "15"}, "not in the quote"),
        ({"p1.indicator": ""}, "is empty"),
        ({"p1.target_year": "2024"}, "before the base year 2025"),
        ({"p1.policy_id": "no-such-policy"}, "is no policy"),
        ({"p1.comparator": "range"}, "two ends"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(editor: Editor, wrong: dict[str, str], said: str) -> None:
    own(editor)
    refused = editor.send(ID, editor.form(ID, FALL), "accept", **wrong)
    name = re.escape(next(iter(wrong)))
    assert refused.status_code == 422
    told = re.search(rf'id="(?:{name}|p1.value_high)\.wrong">([^<]*)', refused.get_data(as_text=True))
    assert told
    assert said in told[1]
