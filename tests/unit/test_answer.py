from __future__ import annotations

from dataclasses import replace

import pytest

from ccnt_dash import answer
from ccnt_dash.answer import Answers, Memory
from ccnt_dash.filters import Filters
from ccnt_dash.views import VIEWS


def test_the_sentence_names_places_sector_and_year(answers: Answers) -> None:
    chosen = Filters(regions=("140000", "150000"), sectors=("energy",), years=(2025,))
    numbers = answers.numbers(chosen)
    found = f"{numbers['targets']} targets in {numbers['with_targets']} policies"
    expected = f"Shanxi and Inner Mongolia · energy · targets for 2025: {found}"
    assert answers.sentence(chosen) == expected
    assert numbers["targets"] > 1


def test_the_sentence_in_chinese(answers: Answers) -> None:
    assert answers.sentence(Filters(regions=("140000", "150000"), lang="zh")).startswith("山西和内蒙古：")


def test_every_narrowing_field_has_a_chip_in_both_languages(answers: Answers) -> None:
    known = answers.vocabulary()
    chosen = Filters(
        ("140000",),
        ("energy",),
        ("provincial",),
        ("action_plan",),
        ("target",),
        (2025,),
        2020,
        2026,
        "wind",
        (sorted(known.policies)[0],),
    )
    for lang in ("en", "zh"):
        chips = answers.chips(chosen.set("lang", lang))
        assert [name for name, _ in chips] == list(chosen.narrowing())
        assert all(label for _, label in chips)


def test_an_empty_selection_has_ways_out_that_show_something(answers: Answers) -> None:
    empty = Filters(regions=("140000",), search="zzzzqqqq")
    found = {name: n for name, _, n in answers.ways_out(empty)}
    assert found["search"] == answers.numbers(Filters(regions=("140000",)))["policies"] > 0
    assert found["regions"] == 0


def test_a_province_holds_the_policies_of_its_cities(answers: Answers) -> None:
    province = {row["key"] for row in answers.rows(VIEWS["table"], Filters(regions=("150000",)))}
    city = {row["key"] for row in answers.rows(VIEWS["table"], Filters(regions=("150600",)))}
    assert city < province


def test_the_nation_is_not_the_sum_of_its_provinces(answers: Answers) -> None:
    nation = answers.numbers(Filters(regions=("100000",)))
    everything = answers.numbers(Filters())
    assert 0 < nation["policies"] < everything["policies"]


def test_counters_agree_with_the_views(answers: Answers) -> None:
    for chosen in (
        Filters(),
        Filters(sectors=("energy",)),
        Filters(years=(2025,)),
        Filters(kinds=("subsidy",), levels=("provincial",)),
    ):
        numbers = answers.numbers(chosen)
        assert answers.drawn(VIEWS["table"], chosen)["total"] == numbers["policies"]
        assert sum(row["policies"] for row in answers.rows(VIEWS["map"], chosen)) == numbers["policies"]
        assert sum(row["targets"] for row in answers.rows(VIEWS["map"], chosen)) == numbers["targets"]


def test_pages_hold_each_policy_once(answers: Answers) -> None:
    first = answers.drawn(VIEWS["table"], Filters())
    keys = [
        row["key"]
        for page in range(1, first["pages"] + 1)
        for row in answers.drawn(VIEWS["table"], Filters(page=page))["rows"]
    ]
    assert len(keys) == len(set(keys)) == first["total"]
    assert answers.drawn(VIEWS["table"], Filters(page=999))["page"] == first["pages"]


@pytest.mark.parametrize("column", ["published", "title", "region", "sector", "doc_type", "targets"])
def test_the_table_is_sorted_both_ways(answers: Answers, column: str) -> None:
    chosen = Filters(levels=("provincial",), regions=("140000", "150000"), kinds=("target",))
    up, down = (
        [row["key"] for row in answers.drawn(VIEWS["table"], chosen.set("sort", f"{column}-{way}"))["rows"]]
        for way in ("asc", "desc")
    )
    assert sorted(up) == sorted(down)
    assert up != down or column == "published"


def test_memory_forgets_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer, "REMEMBERED", 2)
    memory, made = Memory(), []
    for key in ("a", "b", "a", "c", "b", "a"):
        memory.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "b", "a"]


def test_views_ask_once_what_a_search_finds(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, questions = replace(answers, memory=Memory()), []
    ask = fresh.store.rows
    monkeypatch.setattr(fresh.store, "rows", lambda sql, params=None: questions.append(sql) or ask(sql, params))
    fresh.prepare([VIEWS[name] for name in ("numbers", "sectors", "table", "regions")], Filters(search="储能"))
    assert questions.count(answer.FOUND) == 1
    assert fresh.numbers(Filters(search="储能"))["policies"] == len(fresh.whole(VIEWS["table"], Filters(search="储能")))


def test_policies_of_a_newer_data_set_are_not_taken_for_found(answers: Answers) -> None:
    asked = {"search": {"said": ["储能", "储能"], "found": b"\xff"}}
    found = answers.store.rows("SELECT max(policy_no) AS last FROM matching_policies(search := $search)", asked)
    assert found == [{"last": None}] or found[0]["last"] <= 7
