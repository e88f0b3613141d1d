from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.filters import Filters
from ccnt_dash.pages.controls import CONTROLS, shown_value
from ccnt_dash.pages.react import react


def values(filters: Filters) -> dict[str, Any]:
    return {field: shown_value(control, filters) for field, control in CONTROLS.items()}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"type": "toggle", "field": "regions", "value": "150000"}, Filters(regions=("150000",))),
        ({"type": "toggle", "field": "regions", "value": "150000", "add": True}, Filters(regions=("140000", "150000"))),
        ({"type": "toggle", "field": "regions", "value": "140000"}, Filters()),
        ({"type": "toggle", "field": "years", "value": 2025}, Filters(regions=("140000",), years=(2025,))),
        ({"type": "set", "field": "regions", "value": ["110000", "120000"]}, Filters(regions=("110000", "120000"))),
        ({"type": "set", "field": "page", "value": 3}, Filters(regions=("140000",), page=3)),
        ({"type": "set", "field": "sort", "value": "title-asc"}, Filters(regions=("140000",), sort="title-asc")),
        ({"type": "drop", "field": "regions"}, Filters()),
        ({"type": "clear"}, Filters()),
        ({"type": "enter", "value": "150000"}, Filters(regions=("150000",), inside="150000")),
        ({"type": "enter", "value": "100000"}, Filters()),
    ],
)
def test_an_event_changes_the_choices(event: dict[str, Any], expected: Filters) -> None:
    base = Filters(regions=("140000",))
    assert react(base, values(base), [event]) == expected


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"type": "explode"},
        {"type": "enter", "value": ["150000"]},
        {"type": "toggle", "field": "__class__", "value": "x"},
        {"type": "toggle", "field": "regions", "value": {"a": 1}},
        {"type": "toggle", "field": "regions", "value": "<script>"},
        {"type": "toggle", "field": "metric", "value": "targets"},
        {"type": "set", "field": "regions", "value": "140000"},
        {"type": "set", "field": "sort", "value": "evil"},
        {"type": "set", "field": "lang", "value": ["zh"]},
        {"type": "drop", "field": None},
    ],
)
def test_an_event_without_sense_changes_nothing(event: dict[str, Any]) -> None:
    assert react(Filters(), values(Filters()), [event]) == Filters()


@pytest.mark.parametrize("field", CONTROLS)
def test_each_control_sets_its_field(field: str) -> None:
    value: Any = {
        "search": "wind",
        "metric": "targets",
        "theme": "dark",
        "face": "tiles",
        "order": "value",
        "per": "head",
        "alike": "income",
        "indicator": "forest_coverage",
        "years": [2025],
    }.get(field, ["a", "b"] if CONTROLS[field].many else 2024)
    changed = react(Filters(), {**values(Filters()), field: value}, [])
    assert changed != Filters()
    assert shown_value(CONTROLS[field], changed) == value


def test_events_of_one_batch_add_up_on_the_same_base() -> None:
    base = Filters(sectors=("energy",))
    events = [{"type": "toggle", "field": "regions", "value": code, "add": True} for code in ("140000", "150000")]
    changed = react(base, {**values(base), "levels": ["provincial"]}, events)
    assert changed == Filters(sectors=("energy",), levels=("provincial",), regions=("140000", "150000"))


def test_a_change_returns_to_the_first_page() -> None:
    base = Filters(page=4)
    assert react(base, values(base), [{"type": "toggle", "field": "years", "value": 2030}]).page == 1
