"""Can decisions be taken back, split, merged, added to and made together, and is everybody told?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.build.decisions import Standing
from ccnt_dash.review.decisions import Book
from ccnt_dash.review.desk import Desk
from ccnt_dash.review.drafts import statements
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.prepared import both
from ccnt_dash.settings import ROOT, Settings
from tests.contract.desk.sitting import (
    FACT,
    FALL,
    FOREST,
    HERE,
    ID,
    LATER,
    LETTER,
    NAMED,
    PLAN,
    REACH,
    Editor,
    Form,
    last,
    own,
)
from tests.contract.invented_inbox import inbox, long


def test_what_is_taken_back_waits_again(editor: Editor, book: Book) -> None:
    editor.decide(ID, FACT, "reject", reason="a fact")
    taken = editor.client.post(f"/review/{ID}", data={"editor": "Li", "undo": FACT, "case": FALL}, headers=HERE)
    assert taken.status_code == 303
    assert f"at={FACT}" in taken.headers["Location"]
    assert last(book)["action"] == "undo"
    assert not book.standing().by_candidate


def test_a_split_makes_two_targets(editor: Editor, book: Book) -> None:
    own(editor)
    editor.decide(
        ID,
        REACH,
        "split",
        way="split",
        **{"p1.value_aspired": "", "p2.value": "22", "p2.value_source": "22", "p2.value_aspired": ""},
    )
    assert [(part["value"], part["target_id"][-2:]) for part in last(book).parts] == [("20", REACH[-2:]), ("22", ".2")]


def test_a_merge_is_about_both(editor: Editor, book: Book) -> None:
    own(editor)
    form = editor.form(ID, FOREST, "merge")
    assert (form["p1.value"], form["p1.value_aspired"], form["p1.quote"]) == (
        "26",
        "27",
        "森林覆盖率达到26%，到2030年达到27%",
    )
    editor.send(ID, form, "merge")
    assert last(book).candidates == (FOREST, LATER)
    page = editor.page(f"/{ID}?at={LATER}")
    assert "merged by Li" in page


def test_what_was_missed_is_added_and_found_in_the_text(editor: Editor, book: Book) -> None:
    own(editor)
    form = editor.form(ID, FALL, "add")
    told = {
        "p1.indicator": "forest_coverage",
        "p1.comparator": "=",
        "p1.value": "27",
        "p1.unit": "percent",
        "p1.unit_source": "%",
    }
    told |= {"p1.value_source": "27", "p1.sector": "land_use", "p1.target_year": "2030", "p1.quote": "2030年 达到27%"}
    assert editor.send(ID, {**form, **told, "p1.quote": "达到28%"}, "add").status_code == 422
    assert editor.send(ID, {**form, **told}, "add").status_code == 303
    row = last(book).parts[0]
    assert PLAN.text[int(row["start"]) : int(row["end"])] == "2030年达到27%"
    assert editor.page(f"/{ID}").count('class="flag accepted"') == 1
    case = last(book).candidates[0]
    editor.decide(ID, case, "undo")
    assert 'class="flag accepted"' not in editor.page(f"/{ID}?at={FACT}")


def test_a_policy_that_no_rule_has_found_is_added_once_for_each_place(editor: Editor, book: Book) -> None:
    document = LETTER.document.document_id
    form = Form(editor.page(f"/{document}?way=add&what=policy&quote=Shanxi+issued+a+lantern+plan")).fields
    assert (form["p1.becomes"], form["p1.quote"]) == ("policy", "Shanxi issued a lantern plan")
    told = {"p1.title_en": "Lantern Action Plan (2026-2030)", "p1.title_zh": "灯笼行动方案（2026—2030年）"}
    told |= {"p1.doc_type": "action_plan", "p1.sectors": ["energy"]}
    assert editor.send(document, {**form, **told}, "add").status_code == 422  # the letter itself is not decided on
    editor.decide(document, document, **{"p1.publisher": "Li", "p2.becomes": "", "p1.title_zh": "通讯"})
    for region in ("140000", "410000"):
        assert editor.send(document, {**form, **told, "p1.region": region}, "add").status_code == 303
    rows = [each.parts[0] for each in book.read().decisions[-2:]]
    assert [row["issuers"] for row in rows] == ["gov-140000", "gov-410000"]
    assert [row["level"] for row in rows] == ["provincial", "provincial"]
    assert len({row["policy_id"] for row in rows}) == len({each["candidate_ids"] for each in rows}) == 2
    for row in rows:
        assert "Lantern Action Plan" in editor.page(f"/{document}?at={row['candidate_ids']}")
    own_plan = editor.form(document, next(iter(LETTER.candidates)))["p1.policy_id"]
    assert own_plan == rows[0]["policy_id"]  # of Shanxi, though that of Henan was named last


def test_sentences_of_a_target_have_no_signs_that_the_build_refuses(answers: Answers) -> None:
    row = {"indicator": "new_energy_storage_capacity", "region": "140000", "comparator": ">=", "target_year": "2025"}
    words = both(Holdings(answers, Standing()))
    for value in ("6000", "1234567.5"):
        for text in statements({**row, "value": value, "unit": "MW"}, words).values():
            assert "MW" in text or "兆瓦" in text
            assert not [each for each in text if unicodedata.category(each) in ("Cc", "Cf", "Zs") and each != " "]


def test_a_title_tells_type_and_period_of_a_named_policy(answers: Answers, tmp_path: Path) -> None:
    holdings = Holdings(answers, Standing(), Desk(tmp_path, ROOT / "data").describer)
    told = holdings.titled("Special Action Plan for New Energy Storage (2024-2025)", "en")
    assert told == {"doc_type": "action_plan", "sectors": "energy", "period_start": "2024", "period_end": "2025"}


def test_a_named_policy_that_is_known_becomes_a_mention(
    editor: Editor, store: Any, book: Book, place: Settings
) -> None:
    known = store.rows(
        "SELECT title_zh, policy_id FROM policies WHERE region = '100000' AND length(title_zh) > 20 LIMIT 1"
    )[0]
    text = PLAN.text.replace("虚构全国灯笼与电力规划（2021—2030年）", known["title_zh"])
    changed = replace(
        PLAN.candidates[NAMED],
        quote=f"《{known['title_zh']}》",
        policy=known["title_zh"],
        end=PLAN.candidates[NAMED].start + len(known["title_zh"]) + 2,
    )
    inbox(place.inbox, replace(PLAN, text=text, candidates={NAMED: changed}))
    own(editor)
    editor.decide(ID, NAMED)
    assert (last(book)["becomes"], last(book)["policy_id"]) == ("mention", known["policy_id"])
    assert (last(book)["action"], last(book)["changed"]) == ("accept", "")


def test_two_editors_are_told_of_each_other_and_both_are_kept(editor: Editor, book: Book) -> None:
    other = Editor(editor.client.application.test_client(), "Wu")
    mine, theirs = editor.form(ID, FACT), other.form(ID, FACT)
    editor.send(ID, mine, "reject", reason="a fact")
    answer = other.send(ID, theirs, "reject", reason="no target")
    assert "said=conflict" in answer.headers["Location"]
    page = other.page(answer.headers["Location"].removeprefix("/review"))
    assert "Somebody else decided this meanwhile" in page
    assert "no target" in page
    assert [each["editor"] for each in book.read().decisions] == ["Li", "Wu"]
    assert book.standing().by_candidate[FACT]["editor"] == "Li"


def test_the_obvious_is_accepted_together_after_a_look(editor: Editor, book: Book) -> None:
    own(editor)
    page = editor.page(f"/{ID}/batch?sure=0.9")
    taken = [unescape(each) for each in re.findall(r'name="take" value="([^"]*)"', page)]
    assert {each.split("=")[0] for each in taken} == {FALL, REACH, FOREST}
    answer = editor.client.post(f"/review/{ID}/batch", data={"editor": "Li", "take": taken[:2]}, headers=HERE)
    assert answer.status_code == 303
    assert [each["action"] for each in book.read().decisions[1:]] == ["accept", "accept"]
    assert f'value="{FALL}=' not in editor.page(f"/{ID}/batch?sure=0.9")


def test_the_rules_are_told_how_often_they_were_right(editor: Editor) -> None:
    own(editor)
    editor.decide(ID, REACH)
    editor.decide(ID, FOREST, **{"p1.comparator": ">="})
    page = editor.page()
    row = re.search(r'<tr><th scope="row">zh.reach</th>(.*?)</tr>', page)
    assert row
    assert re.findall(r">([^<]+)</td>", row[1]) == ["3", "1", "1", "1", "0", "81%", "50% (9% to 91%)"]
    assert "<svg" in page


def test_a_document_of_two_hundred_pages_shows_a_stretch(editor: Editor, place: Settings) -> None:
    made = long()
    inbox(place.inbox, made)
    case = [*made.candidates][400]
    page = editor.page(f"/{made.document.document_id}?at={case}")
    assert "第400县" in page
    assert len(page) < 150_000
    assert page.count('class="flag') < 60
