"""Can an editor bring a new indicator, links between policies and shorter quotes at the desk?"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.ingest.document import Cited
from ccnt_dash.review.decisions import Book
from ccnt_dash.review.known import Holdings
from ccnt_dash.settings import Settings
from tests.contract.desk.sitting import (
    FACT,
    FALL,
    ID,
    LETTER,
    MONEY,
    PLAN,
    REACH,
    TITLE,
    Editor,
    Form,
    last,
    own,
)
from tests.contract.invented_inbox import inbox

COIN = {
    "p2.name_zh": "每座灯笼补贴额",
    "p2.sector": "buildings",
    "p2.better": "none",
    "p2.definition_en": "Subsidy paid for one lantern.",
    "p2.definition_zh": "每座灯笼的补贴金额。",
}
CODE = "subsidy_per_lantern"


def coin(editor: Editor, **told: str) -> Any:
    """The subsidy is accepted with an indicator of its own."""
    form = Form(editor.page(f"/{ID}?at={MONEY}&new=indicator")).fields
    return editor.send(ID, {**form, **COIN, **told}, "accept")


def test_a_target_brings_its_new_indicator_and_others_have_it_at_once(
    editor: Editor, book: Book, answers: Answers
) -> None:
    own(editor)
    link = re.search(r'href="([^"]*new=indicator[^"]*)"[^>]*data-key="i"', editor.page(f"/{ID}?at={MONEY}"))
    assert link
    form = Form(editor.page(unescape(link[1]).removeprefix("/review"))).fields
    made = {name: form[f"p2.{name}"] for name in ("indicator", "name_en", "unit", "display_unit", "additive")}
    assert made == {
        "indicator": CODE,
        "name_en": "Subsidy per lantern",
        "unit": "CNY",
        "display_unit": "CNY",
        "additive": "true",
    }
    assert coin(editor).status_code == 303
    target, fresh = last(book).parts
    assert (target["indicator"], target["was_indicator"]) == (CODE, "new:subsidy per lantern")
    assert target["changed"] == "sector: – → buildings"  # the rule was right that the indicator is new
    assert target["statement_en"] == "Shanxi: Subsidy per lantern ≤ 500 CNY."
    assert target["statement_zh"].startswith("山西：每座灯笼补贴额")
    assert (fresh["becomes"], fresh["definition_en"], fresh["part"]) == ("indicator", COIN["p2.definition_en"], "2/2")
    document = LETTER.document.document_id
    page = editor.page(f"/{document}?at={next(iter(LETTER.candidates))}")
    assert f'<option value="{CODE}">Subsidy per lantern</option>' in page
    same = Holdings(answers, book.standing(), coined=frozenset({CODE}))
    known = same.collisions({**target, "target_id": "other"})
    assert [each.how for each in known] == ["duplicate"]
    assert same.indicators("对每座灯笼补贴不超过500元", "CNY")[0][0] == CODE


@pytest.mark.parametrize(
    ("wrong", "name", "said"),
    [
        ({"p2.indicator": "forest_coverage"}, "p2.indicator", "is an indicator already"),
        ({"p2.indicator": "Lantern-Money"}, "p2.indicator", "is no code"),
        ({"p2.display_unit": "MW"}, "p2.display_unit", "something else than CNY"),
        ({"p2.definition_zh": ""}, "p2.definition_zh", "is empty"),
        ({"p2.definition_zh": "none"}, "p2.definition_zh", "no Chinese sign"),
        ({"p2.name_en": "灯笼"}, "p2.name_en", "should be English"),
        ({"p2.better": ""}, "p2.better", "is empty"),
        ({"p2.unit": "percent", "p2.display_unit": "percent"}, "p1.unit", "should be percent"),
        ({"p1.indicator": "trade_in_funding"}, "p2.indicator", "is used by no target"),
    ],
)
def test_what_is_wrong_with_a_new_indicator_is_told(
    editor: Editor, book: Book, wrong: dict[str, str], name: str, said: str
) -> None:
    own(editor)
    refused = coin(editor, **wrong)
    assert refused.status_code == 422
    told = re.search(rf'id="{re.escape(name)}\.wrong">([^<]*)', refused.get_data(as_text=True))
    assert told
    assert said in told[1]
    assert len(book.read().decisions) == 1


def test_a_new_indicator_is_taken_back_unless_other_targets_have_it(editor: Editor, book: Book) -> None:
    own(editor)
    coin(editor)
    editor.decide(ID, FACT, **{"p1.kind": "target", "p1.indicator": CODE, "p1.unit": "CNY", "p1.sector": "waste"})
    user = last(book).parts[0]["target_id"]
    for action in ("undo", "reject"):
        refused = editor.send(ID, editor.form(ID, MONEY), action, reason="a mistake")
        assert refused.status_code == 422
        assert f"{CODE} of this decision: {user}" in refused.get_data(as_text=True)
    again = editor.send(ID, editor.form(ID, MONEY), "accept", **{"p2.indicator": "lantern_money"})
    assert again.status_code == 422
    assert coin_again(editor, **{"p2.name_en": "Money per lantern"}).status_code == 303
    assert last(book).parts[0]["statement_en"].startswith("Shanxi: Money per lantern")
    editor.decide(ID, FACT, "undo")
    editor.decide(ID, MONEY, "undo")
    editor.decide(ID, MONEY, "undo")
    assert CODE not in editor.page(f"/{ID}?at={FALL}")


def coin_again(editor: Editor, **told: str) -> Any:
    return editor.send(ID, editor.form(ID, MONEY), "accept", **told)


def test_what_was_missed_may_have_a_new_indicator_and_so_may_parts_of_a_split(editor: Editor, book: Book) -> None:
    own(editor)
    form = Form(editor.page(f"/{ID}?at={FACT}&way=add&new=indicator&quote=全省已建成灯笼馆120座")).fields
    told = {"p1.comparator": "=", "p1.value": "120", "p1.value_source": "120", "p1.unit": "count"}
    told |= {"p1.unit_source": "座", "p1.sector": "buildings", "p2.indicator": "lantern_halls"}
    told |= {"p2.name_en": "Lantern halls", "p2.name_zh": "灯笼馆数量", "p2.sector": "buildings", "p2.better": "more"}
    told |= {"p2.unit": "count", "p2.display_unit": "count", "p2.additive": "true"}
    told |= {"p2.definition_en": "Halls that are open.", "p2.definition_zh": "开放的灯笼馆数量。"}
    assert editor.send(ID, {**form, **told}, "add").status_code == 303
    assert [part["becomes"] for part in last(book).parts] == ["target", "indicator"]
    assert last(book).parts[0]["indicator"] == "lantern_halls"
    split = Form(editor.page(f"/{ID}?at={MONEY}&way=split&new=indicator")).fields
    three = {name.replace("p2.", "p3."): value for name, value in COIN.items()}
    assert editor.send(ID, {**split, **three, "p2.target_year": "2030"}, "split").status_code == 303
    assert [part["becomes"] for part in last(book).parts] == ["target", "target", "indicator"]
    assert {part["indicator"] for part in last(book).parts} == {CODE}


def test_a_policy_says_what_it_carries_out(editor: Editor, book: Book, store: Any, place: Settings) -> None:
    known = store.rows("SELECT title_zh, policy_id FROM policies WHERE region = '100000' AND length(title_zh) > 20")[0]
    about = replace(PLAN.document, cites=(Cited(known["title_zh"]),))
    inbox(place.inbox, replace(PLAN, document=about))
    page = editor.page(f"/{ID}")
    assert re.search(rf'data-fills="p2.implements" data-value="{known["policy_id"]}"', page)
    form = {**Form(page).fields, "p2.title_en": TITLE, "p2.implements": known["policy_id"]}
    assert editor.send(ID, form, "accept").status_code == 422
    refused = editor.send(ID, {**form, "p2.implements": "no-such-policy"}, "accept").get_data(as_text=True)
    assert 'id="p2.implements.wrong">is no policy' in refused
    assert editor.send(ID, {**form, "p2.implements_reason": "The opening names it."}, "accept").status_code == 303
    assert last(book).parts[1]["implements"] == known["policy_id"]
    assert last(book)["action"] == "change" if last(book)["changed"] else "accept"


def test_a_replaced_policy_has_the_status_and_the_one_that_replaced_it(editor: Editor, store: Any) -> None:
    later = store.rows("SELECT policy_id FROM policies WHERE published > '2021' LIMIT 1")[0]["policy_id"]
    told = {"p2.title_en": TITLE, "p2.superseded_by": later, "p2.superseded_reason": "It says so."}
    refused = editor.send(ID, {**editor.form(ID, ID), **told}, "accept").get_data(as_text=True)
    assert 'id="p2.superseded_by.wrong">goes with the status' in refused


def test_a_long_quote_is_said_and_the_shortest_with_the_figures_is_offered(editor: Editor, place: Settings) -> None:
    filler = "各级各部门要高度重视，" * 40
    short = "非化石能源消费比重达到20%以上，力争22%"
    quote = f"{filler}{short}"
    text = PLAN.text.replace(short, quote)
    start = text.index(quote)
    told = {"start": start, "end": start + len(quote), "quote": quote, "figure": text.index("20%", start)}
    long = replace(PLAN.candidates[REACH], value_aspired=22.0, **told)
    inbox(place.inbox, replace(PLAN, text=text, candidates={FALL: PLAN.candidates[FALL], REACH: long}))
    own(editor)
    page = editor.page(f"/{ID}?at={REACH}")
    assert "are too long for a quote" in page
    assert f'data-fills="p1.quote" data-value="{short}"' in page
    assert "are too long for a quote" not in editor.page(f"/{ID}?at={FALL}")
    editor.decide(ID, REACH)


def test_how_sure_the_rule_is_tells_how_sure_the_row_is(editor: Editor) -> None:
    own(editor)
    told = {case: editor.form(ID, case)["p1.confidence"] for case in (FALL, FACT, MONEY)}
    assert told == {FALL: "high", FACT: "medium", MONEY: "low"}


def test_a_new_indicator_is_told(editor: Editor) -> None:
    own(editor)
    refused = editor.send(ID, editor.form(ID, MONEY), "accept")
    assert "is no indicator of the vocabulary" in refused.get_data(as_text=True)
