"""Which controls are there, what does each one set, and what does it show for a choice?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.texts import Words


@dataclass(frozen=True)
class Control:
    """A control of one field. `facet` is the view that counts its options; "" for those without.

    `form` is checklist, dropdown, radio or search; `sparse` leaves out options that would find nothing
    where others disable them.
    """

    field: str
    form: str
    facet: str = ""
    many: bool = True
    sparse: bool = False


CONTROLS: dict[str, Control] = {
    control.field: control
    for control in (
        Control("search", "search", many=False),
        Control("regions", "dropdown", "regions"),
        Control("sectors", "checklist", "sectors"),
        Control("levels", "checklist", "levels"),
        Control("years", "dropdown", "years"),
        Control("kinds", "checklist", "kinds"),
        Control("doc_types", "dropdown", "doc_types"),
        Control("since", "dropdown", "since", many=False),
        Control("until", "dropdown", "until", many=False),
        Control("metric", "radio", many=False),
        Control("face", "radio", many=False),
        Control("indicator", "dropdown", "indicators", many=False, sparse=True),
        Control("at", "dropdown", "at", many=False),
        Control("order", "radio", many=False),
        Control("per", "radio", many=False),
        Control("alike", "radio", many=False),
        Control("theme", "radio", many=False),
    )
}


def shown_value(control: Control, filters: Filters) -> Any:
    """What the control shows for the choices: a list, a code, a text, or None for nothing chosen."""
    value = getattr(filters, control.field)
    if control.many:
        return list(value)
    return value if control.form in ("search", "radio") else value or None


def chosen_value(control: Control, value: Any) -> Any:
    """What a control's value means as a field of Filters."""
    if control.many:
        return tuple(value or ())
    default = Filters.__dataclass_fields__[control.field].default
    return default if value in (None, "") else value


def chosen_label(control: Control, value: Any, words: Words) -> str:
    """What a folded dropdown says of a chosen value."""
    table = Filters.__dataclass_fields__[control.field].metadata["vocabulary"]
    return words.name(table, value, "short" if table == "regions" else "name") if table else str(value)


def options(control: Control, counted: Sequence[Mapping[str, Any]], words: Words) -> list[dict[str, Any]]:
    """Options with their counts; one that would find nothing can't be chosen, but stays if it is."""
    return [
        {
            "value": each["value"],
            "label": words("control.option", label=each["label"], n=words.number(each["n"])),
            "disabled": not (each["n"] or each["chosen"]),
        }
        for each in counted
        if each["n"] or each["chosen"] or not control.sparse
    ]
