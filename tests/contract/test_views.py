"""Do all views keep what every view promises, whatever is chosen, in both languages?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import Screen
from ccnt_dash.store import parameters
from ccnt_dash.views import CHARTS, VIEWS, View

FIELDS = Filters.__dataclass_fields__
WRITING = [view for view in VIEWS.values() if view.writes]
SUBJECT = {"metric": "value", "indicator": "new_energy_storage_capacity", "at": 2025}


def everything(answers: Answers) -> Filters:
    """All codes of every vocabulary chosen, as many as a choice holds, and the other fields set."""
    known = answers.vocabulary().known()
    codes = {
        name: tuple(known[field.metadata["vocabulary"]])[:60]
        for name, field in FIELDS.items()
        if field.metadata["vocabulary"] and field.default == ()
    }
    return replace(Filters(**codes), years=tuple(range(2020, 2061)), since=2000, until=2026, search="a", **SUBJECT)


def one(answers: Answers) -> Filters:
    """One value of each of the main fields."""
    return Filters(regions=("140000",), sectors=("energy",), years=(2025,), kinds=("target",), **SUBJECT)


CHOICES = {"nothing": lambda _: Filters(), "one": one, "everything": everything}


@pytest.fixture(params=CHOICES)
def chosen(request: pytest.FixtureRequest, answers: Answers) -> Filters:
    return CHOICES[request.param](answers)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_answers(view: View, chosen: Filters, lang: str, answers: Answers) -> None:
    drawn = answers.drawn(view, replace(chosen, lang=lang))
    text = json.dumps(drawn, ensure_ascii=False)
    assert "NaN" not in text
    if view in CHARTS:
        go.Figure(drawn)
        assert drawn["layout"]["meta"]["title"]
        assert drawn["layout"]["template"]["layout"]["font"]["family"].startswith(
            '"Noto Sans CJK SC"' if lang == "zh" else "system-ui"
        )


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_asks_only_for_fields_and_never_for_its_own(view: View) -> None:
    for question in (view.sql, *view.by_metric.values()):
        asked = parameters(question)
        assert asked <= set(FIELDS)
        assert view.writes not in asked
    assert view.writes is None or view.writes in FIELDS
    assert set(view.by_metric) <= {"targets", "value", "observed", "gap", "progress"}


@pytest.mark.parametrize("view", WRITING, ids=lambda view: view.id)
def test_a_view_keeps_all_its_rows_whatever_is_chosen_in_it(view: View, chosen: Filters, answers: Answers) -> None:
    field = str(view.writes)
    kept = [{**row, "chosen": None} for row in answers.rows(view, chosen)]
    for value in (FIELDS[field].default, *_values(view, chosen, answers)):
        changed = [{**row, "chosen": None} for row in answers.rows(view, replace(chosen, **{field: value}))]
        assert changed == kept


def _values(view: View, chosen: Filters, answers: Answers) -> list[Any]:
    keys = [row["key"] for row in answers.rows(view, chosen)]
    many = isinstance(FIELDS[str(view.writes)].default, tuple)
    return [(key,) if many else key for key in keys[:3]]


@pytest.mark.parametrize("view", WRITING, ids=lambda view: view.id)
def test_a_view_marks_what_is_chosen_in_it(view: View, answers: Answers) -> None:
    rows = answers.rows(view, Filters(**SUBJECT))
    assert rows, "the shipped data leave this view empty"
    key = rows[0]["key"]
    many = isinstance(FIELDS[str(view.writes)].default, tuple)
    marked = answers.rows(view, replace(Filters(**SUBJECT), **{str(view.writes): (key,) if many else key}))
    assert {row["key"] for row in marked if row["chosen"]} == {key}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", CHARTS, ids=lambda view: view.id)
def test_a_chart_wears_the_theme(view: View, theme: str, answers: Answers) -> None:
    other = "dark" if theme == "light" else "light"
    assert answers.drawn(view, Filters(theme=theme)) != answers.drawn(view, Filters(theme=other))
    assert answers.drawn(view, Filters(theme=theme)) == answers.drawn(view, Filters(), Screen(theme))


def test_an_empty_selection_says_so_in_every_chart(answers: Answers) -> None:
    empty = Filters(search="zzzzqqqq")
    assert answers.numbers(empty)["policies"] == 0
    for view in ("timeline", "compare"):
        notes = answers.drawn(VIEWS[view], empty)["layout"]["annotations"]
        assert notes[0]["text"]
