"""How does the page answer? One round trip: address, controls and events in; address, controls and what changed out."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages import ids
from ccnt_dash.pages.changes import changes
from ccnt_dash.pages.controls import CONTROLS
from ccnt_dash.pages.parts import PARTS, Reading, shown
from ccnt_dash.pages.react import react


def register(app: Dash, answers: Answers) -> None:
    """Register the callback of the overview on `app`."""

    @app.callback(
        output={
            "parts": {name: part.output() for name, part in PARTS.items()},
            "address": Output(ids.URL, "search"),
            "shown": Output(ids.SHOWN, "data"),
        },
        inputs={
            "address": Input(ids.URL, "search"),
            "events": Input(ids.EVENTS, "data"),
            "prefers": Input(ids.PREFERS, "data"),
            "values": {field: Input(ids.control(field), "value") for field in CONTROLS},
            "now": State(ids.SHOWN, "data"),
        },
    )
    def keep(address: str, events: list[dict[str, Any]], prefers: str, values: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
        return answer(answers, address or "", events or [], prefers or "light", values, now)


def record(answers: Answers, filters: Filters, address: str, theme: str, seen: int = 0) -> dict[str, Any]:
    """What the page notes of itself: the choices it shows, the address they came from, the last event it has seen."""
    return {"query": filters.to_query(), "address": address, "theme": theme, "seen": seen, "version": answers.store.version()}


def answer(answers: Answers, address: str, events: list[dict[str, Any]], theme: str, values: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The outputs of the page after something happened.

    `now` is the record of what the page shows. An address that differs from it was travelled to (back,
    forward, a link) and wins; otherwise controls and the events not yet seen change the choices.
    """
    base = answers.understood(now["query"])
    new_events = [event for event in events if event.get("number", 0) > now["seen"]]
    travelled = address != now["address"]
    filters = answers.understood(address) if travelled else react(base, values, new_events).known(answers.vocabulary().known())
    stale = now["version"] != answers.store.version()
    if not travelled and not new_events and filters == base and theme == now["theme"] and not stale:
        raise PreventUpdate
    before = None if stale else shown(Reading(answers, base, now["theme"]))
    parts = changes(before, shown(Reading(answers, filters, theme)))
    for field, value in values.items():
        # The reader has changed this control herself: what it shows is right unless the answer differs.
        if parts[f"value.{field}"] is no_update and PARTS[f"value.{field}"].show(Reading(answers, filters)) != value:
            parts[f"value.{field}"] = PARTS[f"value.{field}"].show(Reading(answers, filters))
    written = address if travelled or filters == base else filters.to_query()
    seen = max([now["seen"], *(event["number"] for event in new_events)])
    return {"parts": parts, "address": no_update if written == address else written, "shown": record(answers, filters, written, theme, seen)}
