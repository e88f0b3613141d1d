"""Are the options of a dropdown sent when a reader turns to it, and only then?"""

from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.callbacks import Sent, answer, record
from ccnt_dash.pages.controls import CONTROLS, shown_value
from ccnt_dash.pages.overview import OVERVIEW
from ccnt_dash.pages.page import Reading, shown
from ccnt_dash.views import VIEWS

DROPDOWNS = [control.field for control in CONTROLS.values() if control.form == "dropdown"]
CHOSEN = Filters(
    regions=("140000", "440112"), years=(2025,), doc_types=("plan",), since=2020, indicator="solar_capacity"
)


def sent(answers: Answers, filters: Filters, *events: dict[str, Any], unfolded: str = "") -> Sent:
    """What a page that shows `filters` sends when `events` happen."""
    address = filters.to_query()
    values = {field: shown_value(CONTROLS[field], filters) for field in OVERVIEW.fields}
    numbered = [{**event, "number": number} for number, event in enumerate(events, 1)]
    return Sent(address, numbered, "light", values, record(answers, filters, address, "light", unfolded=unfolded))


@pytest.mark.parametrize("field", DROPDOWNS)
def test_a_folded_dropdown_holds_what_is_chosen_in_words(field: str, answers: Answers) -> None:
    parts = shown(OVERVIEW, Reading(answers, CHOSEN))
    value = parts[f"value.{field}"]
    options = parts[f"options.{field}"]
    assert [each["value"] for each in options] == [
        each for each in (value if isinstance(value, list) else [value]) if each
    ]
    assert all(each["label"] for each in options)


def test_a_place_is_called_by_its_short_name(answers: Answers) -> None:
    options = shown(OVERVIEW, Reading(answers, CHOSEN))["options.regions"]
    assert [each["label"] for each in options] == ["Shanxi", "Huangpu (Guangzhou)"]


@pytest.mark.parametrize("field", DROPDOWNS)
def test_an_unfolded_dropdown_holds_all_with_their_counts(field: str, answers: Answers) -> None:
    filters = Filters(metric="value")
    parts = answer(answers, OVERVIEW, sent(answers, filters, {"type": "unfold", "field": field}))["parts"]
    counted = answers.rows(VIEWS[CONTROLS[field].facet], filters)
    options = {each["value"]: each["label"] for each in parts[f"options.{field}"]}
    assert {row["key"] for row in counted if row["n"]} <= set(options)
    assert all("(" in label or "（" in label for label in options.values())


def test_it_stays_unfolded_while_the_reader_chooses(answers: Answers) -> None:
    told = answer(
        answers,
        OVERVIEW,
        sent(answers, Filters(), {"type": "toggle", "field": "sectors", "value": "energy"}, unfolded="years"),
    )
    assert told["shown"]["unfolded"] == "years"
    counts = {each["value"]: each["label"] for each in told["parts"]["options.years"]}
    row = next(row for row in answers.rows(VIEWS["years"], Filters(sectors=("energy",))) if row["key"] == 2030)
    assert counts[2030] == f"2030 ({row['n']})"


@pytest.mark.parametrize("field", ["nothing", "", "search/../x", None])
def test_what_is_no_control_unfolds_nothing(field: Any, answers: Answers) -> None:
    told = answer(answers, OVERVIEW, sent(answers, Filters(), {"type": "unfold", "field": field}))
    assert told["shown"]["unfolded"] == ""
