"""Can an editor decide at the desk, is it kept, who may come there, and what does the page say of it?"""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from ccnt_dash.answer import Answers
from ccnt_dash.build.decisions import Standing
from ccnt_dash.ingest.document import Cited
from ccnt_dash.pages.gate import HEADER
from ccnt_dash.review.decisions import Book
from ccnt_dash.review.desk import Desk
from ccnt_dash.review.drafts import statements
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.prepared import both
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import create_app
from tests.contract.invented_inbox import inbox, letter, long, plan

HERE = {"Origin": "http://localhost"}
TITLE = "Lantern Saving Plan of Shanxi (2026-2030)"


class Form(HTMLParser):
    """The fields of the form of a case, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self._inside = self._area = ""
        self._select: tuple[str, bool] = ("", False)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = told.get("id", "")
        if self._inside != "decide":
            return
        if tag == "input" and "name" in told:
            self.fields[told["name"]] = told.get("value", "")
        if tag == "textarea":
            self._area = told["name"]
            self.fields[self._area] = ""
        if tag == "select":
            self._select = (told["name"], "multiple" in told)
            self.fields[told["name"]] = [] if "multiple" in told else ""
        if tag == "option" and "selected" in told and self._select[0]:
            name, many = self._select
            self.fields[name] = [*self.fields[name], told["value"]] if many else told["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = ""
        if tag == "textarea":
            self._area = ""
        if tag == "select":
            self._select = ("", False)


@dataclass
class Editor:
    """Somebody at the desk, with a browser of her own."""

    client: FlaskClient
    name: str = "Li"

    def page(self, path: str = "", **told: Any) -> str:
        answer = self.client.get(f"/review{path}", **told)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_data(as_text=True)

    def form(self, document: str, case: str, way: str = "") -> dict[str, Any]:
        return Form(self.page(f"/{document}?at={case}&way={way}")).fields

    def send(self, document: str, form: dict[str, Any], action: str, **told: Any) -> Any:
        sent = {**form, "editor": self.name, "action": action, **told}
        return self.client.post(f"/review/{document}", data=sent, headers=HERE)

    def decide(self, document: str, case: str, action: str = "accept", way: str = "", **told: Any) -> Any:
        answer = self.send(document, self.form(document, case, way), action, **told)
        assert answer.status_code == 303, re.findall(r'class="wrong"[^<]*<|alert[^<]*<', answer.get_data(as_text=True))
        return answer


@pytest.fixture
def place(settings: Settings, tmp_path: Path) -> Settings:
    """The shipped data set, with an inbox and decisions of its own."""
    return replace(settings, data=tmp_path / "data", inbox=inbox(tmp_path / "inbox"))


@pytest.fixture
def editor(place: Settings) -> Editor:
    return Editor(create_app(place).server.test_client())


@pytest.fixture
def book(place: Settings) -> Book:
    return Book(place.data)


PLAN, LETTER = plan(), letter()
ID = PLAN.document.document_id
FACT, FALL, REACH, FOREST, LATER, NAMED, MONEY = PLAN.candidates


def own(editor: Editor) -> None:
    """The document is decided on: a source and a policy of its own."""
    editor.decide(ID, ID, **{"p2.title_en": TITLE})


def last(book: Book) -> Any:
    return book.read().decisions[-1]


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


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_desk_is_said_in_both_languages(editor: Editor, lang: str) -> None:
    own(editor)
    for path in (
        "",
        f"/{ID}",
        f"/{ID}?at={FALL}",
        f"/{ID}?at={FALL}&way=split",
        f"/{ID}?at={FALL}&way=merge",
        f"/{ID}?at={FALL}&way=add",
        f"/{ID}/batch",
        f"/{LETTER.document.document_id}",
    ):
        page = editor.page(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}"' in page


def test_nothing_on_the_desk_is_markup_of_the_document(editor: Editor, place: Settings) -> None:
    text = PLAN.text.replace("一、总体要求", "<script>alert(1)</script>")
    made = plan(text, "<b>file</b>")
    inbox(place.inbox, made)
    for path in ("", f"/{made.document.document_id}"):
        page = editor.page(path)
        assert "<script>alert" not in page
        assert "<b>file" not in page


# Who may come


def test_only_this_machine_may_come(editor: Editor) -> None:
    for told in (
        {"environ_base": {"REMOTE_ADDR": "10.0.0.7"}},
        {"headers": {"X-Forwarded-For": "10.0.0.7"}},
        {"headers": {"Host": "example.org"}},
    ):
        answer = editor.client.get("/review", **told)  # type: ignore[arg-type]
        assert answer.status_code == 403
        assert "only answers on the machine" in answer.get_data(as_text=True)
        assert PLAN.document.title not in answer.get_data(as_text=True)


def test_with_a_token_only_who_has_it_may_come(place: Settings) -> None:
    client = create_app(replace(place, review_token="lantern")).server.test_client()
    refused = client.get("/review")
    assert (refused.status_code, "enter the token" in refused.get_data(as_text=True)) == (403, True)
    far = {"REMOTE_ADDR": "10.0.0.7"}
    assert client.get("/review", headers={HEADER: "lantern"}, environ_base=far).status_code == 200
    assert client.get("/review", headers={HEADER: "lamp"}).status_code == 403
    assert client.post("/review/login", data={"token": "lamp"}, headers=HERE).status_code == 403
    entered = client.post("/review/login", data={"token": "lantern"}, headers=HERE)
    cookie = entered.headers["Set-Cookie"]
    assert all(part in cookie for part in ("Path=/review", "HttpOnly", "SameSite=Strict"))
    assert "lantern" not in cookie
    assert client.get("/review", environ_base=far).status_code == 200


@pytest.mark.parametrize("origin", [None, "http://example.org", "null", "http://localhost:1"])
def test_a_form_from_elsewhere_decides_nothing(editor: Editor, book: Book, origin: str | None) -> None:
    form = {**editor.form(ID, FACT), "editor": "Li", "action": "reject", "reason": "x"}
    headers = {"Origin": origin} if origin else {}
    assert editor.client.post(f"/review/{ID}", data=form, headers=headers).status_code == 403
    assert not book.read().decisions


def test_the_other_pages_know_nothing_of_the_desk(editor: Editor) -> None:
    assert "review.js" not in editor.client.get("/").get_data(as_text=True)
    layout = editor.client.get("/_dash-layout", headers={"Referer": "http://localhost/review"}).get_data(as_text=True)
    assert PLAN.document.title not in layout


def test_an_unknown_document_and_a_spoiled_one_are_told(editor: Editor, place: Settings) -> None:
    assert editor.client.get("/review/000000000000").status_code == 404
    (place.inbox / f"{ID}.json").write_text("{")
    assert "is no item of the inbox" in editor.page()
    assert editor.client.get(f"/review/{ID}").status_code == 500


def test_a_full_disk_is_told_and_the_form_stays(editor: Editor, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    form = editor.form(ID, FACT)
    monkeypatch.setattr("ccnt_dash.review.decisions.os.fsync", full)
    answer = editor.send(ID, form, "reject", reason="a fact")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 507
    assert "No space left on device; the decision is not kept" in page
    assert Form(page).fields["reason"] == "a fact"
    assert not book.read().decisions


def test_decisions_that_can_not_be_read_are_told(editor: Editor, place: Settings) -> None:
    place.data.mkdir()
    (place.data / "review").write_text("a file where a folder should be")
    answer = editor.client.get(f"/review/{ID}")
    assert answer.status_code == 500
    assert "Not a directory" in answer.get_data(as_text=True)
