"""How do the controls look?"""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.pages.controls import CONTROLS, Control
from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.texts import Words


def form(names: Names, field: str, parts: dict[str, Any], words: Words) -> Component:
    """The control of a field with its label."""
    control = CONTROLS[field]
    label = words("site.theme.label") if field == "theme" else words(f"control.{field}")
    made = MAKERS[control.form](names.control(field), control, parts, words)
    if control.form in ("checklist", "radio"):
        return html.Fieldset([html.Legend(label), made], className=f"control {control.form} of-{field}")
    labelled = html.Label(label, htmlFor=names.control(field))
    told = attributes({"data-unfolds": field} if control.form == "dropdown" else {})
    return html.Div([labelled, made], className=f"control {control.form} of-{field}", **told)


def _search(id_: str, control: Control, parts: dict[str, Any], words: Words) -> Component:
    return dcc.Input(
        id=id_,
        value=parts[f"value.{control.field}"],
        type="search",
        debounce=0.5,
        placeholder=words("control.search.hint"),
        maxLength=120,
    )


def _radio(id_: str, control: Control, parts: dict[str, Any], words: Words) -> Component:
    labels = {
        "theme": {"": "site.theme.auto", "light": "site.theme.light", "dark": "site.theme.dark"},
        "metric": {
            value: f"control.metric.{value}"
            for value in ("policies", "targets", "first", "value", "observed", "gap", "progress")
        },
        "face": {"": "control.face.auto", **{value: f"control.face.{value}" for value in ("map", "tiles", "bars")}},
        "order": {value: f"control.order.{value}" for value in ("ambition", "value", "progress", "geography")},
        "per": {"": "control.per.none", **{value: f"control.per.{value}" for value in ("head", "area", "gdp")}},
        "alike": {value: f"control.alike.{value}" for value in ("kind", "population", "income", "mix", "borders")},
    }[control.field]
    choices = [{"value": value, "label": words(key)} for value, key in labels.items()]
    return dcc.RadioItems(id=id_, value=parts[f"value.{control.field}"], options=choices, inline=True)


def _checklist(id_: str, control: Control, parts: dict[str, Any], words: Words) -> Component:
    options = parts[f"options.{control.field}"]
    return dcc.Checklist(id=id_, value=parts[f"value.{control.field}"], options=options)


def _dropdown(id_: str, control: Control, parts: dict[str, Any], words: Words) -> Component:
    labels: Any = {
        "search": words("control.find"),
        "clear_search": words("control.unchoose"),
        "clear_selection": words("control.unchoose"),
        "no_options_found": words("control.nothing_found"),
        "selected_count": "{num_selected}",
        "select_all": words("control.all"),
        "deselect_all": words("control.unchoose"),
    }
    return dcc.Dropdown(
        id=id_,
        value=parts[f"value.{control.field}"],
        options=parts[f"options.{control.field}"],
        multi=control.many,
        labels=labels,
        placeholder=parts.get(f"placeholder.{control.field}", words("control.any")),
        maxHeight=320,
    )


MAKERS = {"search": _search, "radio": _radio, "checklist": _checklist, "dropdown": _dropdown}
