"""Does an extract hold every row of a view with its context?"""

from __future__ import annotations

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, extract
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
    assert not found.rows or found.sources


@pytest.mark.parametrize(("view", "count"), [("table", "policies"), ("progress", None)])
def test_an_extract_of_a_paged_view_holds_all_pages(view: str, count: str | None, answers: Answers) -> None:
    rows = extract(answers, VIEWS[view], Filters()).rows
    first = answers.rows(VIEWS[view], Filters())
    assert [row["key"] for row in rows][: len(first)] == [row["key"] for row in first]
    assert len(rows) == first[0]["total"]
    assert count is None or len(rows) == answers.numbers(Filters())[count]
