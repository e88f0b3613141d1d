"""What do the reader's choices become after she has done something? Pure: choices and events in, choices out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.pages.controls import CONTROLS, chosen_value

Event = Mapping[str, Any]
NATION = "100000"
FIELDS = Filters.__dataclass_fields__


def react(base: Filters, values: Mapping[str, Any], events: Sequence[Event]) -> Filters:
    """`base` with every control whose value differs from it applied, then the events in their order.

    `values` holds what the controls (field -> value) show now. What a browser sends is not trusted:
    an event that makes no sense changes nothing, and the result has passed through its own URL.
    """
    changed = base
    for field, value in values.items():
        wanted = chosen_value(CONTROLS[field], value)
        if wanted != chosen_value(CONTROLS[field], getattr(base, field)):
            changed = changed.set(field, wanted)
    for event in events:
        changed = _after(changed, event)
    return Filters.from_query(changed.to_query())


def _after(filters: Filters, event: Event) -> Filters:
    kind, field, value = event.get("type"), str(event.get("field")), event.get("value")
    if kind == "clear":
        return filters.cleared()
    if kind == "enter" and isinstance(value, str):
        return filters.entered("" if value == NATION else value)
    many = field in FIELDS and isinstance(FIELDS[field].default, tuple)
    single = isinstance(value, str | int)
    if field not in FIELDS:
        return filters
    if kind == "drop":
        changed = filters.without(field)
    elif kind == "toggle" and many and single:
        changed = filters.toggle(field, value, add=bool(event.get("add")))
    elif kind == "set" and many and isinstance(value, list):
        changed = filters.set(field, tuple(value))
    elif kind == "set" and single and not many:
        changed = filters.set(field, value)
    else:
        changed = filters
    return changed
