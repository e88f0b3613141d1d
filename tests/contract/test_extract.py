"""Does an extract hold every row of a view with its context?"""

from __future__ import annotations

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import INNER_VIEWS, TAKEN, extract
from ccnt_dash.taking.meanings import EVERYWHERE, meanings, own
from ccnt_dash.taking.where import FOLLOWING, PARTS, TELLING
from ccnt_dash.views import VIEWS
from ccnt_dash.views.base import View

CHOICES = {
    "nothing": Filters(),
    "one": Filters(regions=("140000",), sectors=("energy",), lang="zh"),
}


@pytest.mark.parametrize("filters", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("view", TAKEN.values(), ids=TAKEN)
def test_an_extract_has_a_title_plain_rows_and_sources(view: View, filters: Filters, answers: Answers) -> None:
    found = extract(answers, view, filters)
    assert found.title
    assert found.query == filters.to_query()
    assert all(set(row) == {column.name for column in found.columns} for row in found.rows)
    assert all(
        value is None or isinstance(value, str | int | float | bool) for row in found.rows for value in row.values()
    )
    assert view.own or not found.rows or found.sources
    assert found.read


@pytest.mark.parametrize(("view", "count"), [("table", "policies"), ("progress", None)])
def test_an_extract_of_a_paged_view_holds_all_pages(view: str, count: str | None, answers: Answers) -> None:
    rows = extract(answers, VIEWS[view], Filters()).rows
    first = answers.rows(VIEWS[view], Filters())
    assert [row["key"] for row in rows][: len(first)] == [row["key"] for row in first]
    assert len(rows) == first[0]["total"]
    assert count is None or len(rows) == answers.numbers(Filters())[count]


def test_each_view_is_taken_or_there_is_a_reason(answers: Answers) -> None:
    assert TAKEN.keys() | INNER_VIEWS.keys() == VIEWS.keys()
    assert not TAKEN.keys() & INNER_VIEWS.keys()
    assert all(len(reason) > 20 for reason in INNER_VIEWS.values())
    assert {*FOLLOWING, *TELLING, *PARTS} <= TAKEN.keys()
    assert {name for name, view in TAKEN.items() if view.of} == PARTS.keys()


SOME = {"regions": "140000", "policies": "cn-6200be71"}
BOUND = {name: view for name, view in TAKEN.items() if view.of}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("view", BOUND.values(), ids=BOUND)
def test_a_view_of_one_record_says_that_none_is_chosen(view: View, lang: str, answers: Answers) -> None:
    none, one = Filters(lang=lang), Filters(lang=lang).set(view.of, (SOME[view.of],))
    assert not extract(answers, view, none).rows
    assert f"{view.of}=" in extract(answers, view, none).sentence
    found = extract(answers, view, one)
    assert found.rows or view.id == "kin"
    assert SOME[view.of] in found.page
    assert found.page.endswith(f"#{PARTS[view.id]}")


@pytest.mark.parametrize("view", ["headlines", "plans", "recent"])
def test_what_a_page_begins_to_tell_is_taken_in_whole(view: str, answers: Answers) -> None:
    nation = Filters(regions=("100000",))
    taken, told = extract(answers, TAKEN[view], nation).rows, answers.rows(TAKEN[view], nation)
    assert len(taken) > len(told)
    assert {row["key"] for row in told} <= {row["key"] for row in taken}


@pytest.mark.parametrize("view", TAKEN.values(), ids=TAKEN)
def test_columns_hold_the_codes_that_their_meaning_names(view: View, answers: Answers) -> None:
    for metric in {"policies", *view.by_metric}:
        chosen = Filters(metric=metric, policies=(SOME["policies"],) if view.of == "policies" else ())
        found = extract(answers, view, chosen.set("regions", ("140000",)) if view.of == "regions" else chosen)
        for column in (column for column in found.columns if column.codes):
            held = {code for row in found.rows for code in str(row[column.name] or "").split(";") if code}
            assert held <= answers.vocabulary()[column.codes].keys(), column.name


def test_the_dictionary_names_no_column_that_a_view_does_not_have(answers: Answers) -> None:
    for thing, name in meanings(answers):
        if thing.startswith("view:"):
            view = TAKEN[thing.removeprefix("view:")]
            assert any(
                name in answers.columns(view, Filters(metric=metric)) for metric in ("policies", *view.by_metric)
            )


@pytest.mark.parametrize("view", TAKEN.values(), ids=TAKEN)
def test_a_meaning_is_that_of_the_view_or_of_a_table_that_the_view_names(view: View, answers: Answers) -> None:
    known = meanings(answers)
    for column in extract(answers, view, Filters()).columns:
        things = (own(view), *view.tables, EVERYWHERE)
        assert column.meaning in {known[thing, column.name]["en"] for thing in things if (thing, column.name) in known}


def test_a_value_means_what_its_own_table_says(answers: Answers) -> None:
    told = {column.name: column for column in extract(answers, TAKEN["due"], Filters()).columns}
    assert told["status"].codes == "progress_statuses"
    told = {column.name: column for column in extract(answers, TAKEN["timeline"], Filters()).columns}
    assert told["kind"].codes == "target_kinds"
    told = {column.name: column for column in extract(answers, TAKEN["peers"], Filters()).columns}
    assert told["kind"].codes == "region_kinds"
    told = {column.name: column for column in extract(answers, TAKEN["sums"], Filters()).columns}
    assert "total" in told
