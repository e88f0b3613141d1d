"""How does a page answer? One round trip: address, controls and events in; address, controls and what changed out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import Screen
from ccnt_dash.pages.changes import changes
from ccnt_dash.pages.controls import CONTROLS
from ccnt_dash.pages.page import Page, Reading, remembered
from ccnt_dash.pages.react import react


def register(app: Dash, answers: Answers, page: Page) -> None:
    """Register the callback of a page on `app`."""
    names = page.names

    @app.callback(
        output={
            "parts": {name: part.output() for name, part in page.parts.items()},
            "address": Output(names.url, "search"),
            "shown": Output(names.shown, "data"),
        },
        inputs={
            "address": Input(names.url, "search"),
            "events": Input(names.events, "data"),
            "prefers": Input(names.prefers, "data"),
            "values": {field: Input(names.control(field), "value") for field in page.fields},
            "now": State(names.shown, "data"),
        },
    )
    def keep(
        address: str, events: list[dict[str, Any]], prefers: str, values: dict[str, Any], now: dict[str, Any]
    ) -> dict[str, Any]:
        return answer(answers, page, Sent(address or "", events or [], prefers or str(Screen()), values, now))

    # What needs no server: what the screen is like, that the page wears the chosen theme, which events have arrived.
    app.clientside_callback("window.ccnt.wear", Output(names.prefers, "data"), Input(names.control("theme"), "value"))
    app.clientside_callback("window.ccnt.acknowledge", Output(names.failed, "hidden"), Input(names.shown, "data"))


@dataclass(frozen=True)
class Sent:
    """What the browser sends: address, unacknowledged events, screen, values of the controls, and `now`.

    `now` is the record of what the page shows.
    """

    address: str
    events: list[dict[str, Any]]
    screen: str
    values: dict[str, Any]
    now: dict[str, Any]

    def unfolded(self) -> str:
        """The dropdown that was unfolded last: only its options are sent, and kept up to date."""
        fields = [str(event.get("field")) for event in self.new_events() if event.get("type") == "unfold"]
        return fields[-1] if fields and fields[-1] in CONTROLS else str(self.now["unfolded"])

    def new_events(self) -> list[dict[str, Any]]:
        """Events that no answer has taken into account yet."""
        return [event for event in self.events if event.get("number", 0) > self.now["seen"]]


def record(
    answers: Answers, filters: Filters, address: str, screen: str, *, seen: int = 0, unfolded: str = ""
) -> dict[str, Any]:
    """What the page notes of itself: its choices, the address they came from, the last event it has seen."""
    noted = {"query": filters.to_query(), "address": address, "screen": screen, "seen": seen, "unfolded": unfolded}
    return {**noted, "version": answers.store.version()}


def answer(answers: Answers, page: Page, sent: Sent) -> dict[str, Any]:
    """The outputs of `page` after something happened.

    An address that differs from the one on record was travelled to (back, forward, a link) and wins;
    otherwise controls and the events not yet seen change the choices. Raises PreventUpdate if nothing did.
    """
    now, events = sent.now, sent.new_events()
    base = answers.understood(now["query"])
    travelled, stale = sent.address != now["address"], now["version"] != answers.store.version()
    arrived = answers.understood(sent.address) if travelled else answers.known(react(base, sent.values, events))
    if not travelled and not events and arrived == base and sent.screen == now["screen"] and not stale:
        raise PreventUpdate
    unfolded = sent.unfolded()
    before = None if stale else remembered(page, Reading(answers, base, Screen.read(now["screen"]), now["unfolded"]))
    after = remembered(page, Reading(answers, arrived, Screen.read(sent.screen), unfolded))
    parts = _corrected(changes(before, after), after, sent.values)
    written = sent.address if travelled or arrived == base else arrived.to_query()
    seen = max([now["seen"], *(event["number"] for event in events)])
    return {
        "parts": parts,
        "address": no_update if written == sent.address else written,
        "shown": record(answers, arrived, written, sent.screen, seen=seen, unfolded=unfolded),
    }


def _corrected(parts: dict[str, Any], after: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """`parts` with every control put right that the reader has set to something the answer did not take over."""
    wrong = {f"value.{field}" for field, value in values.items() if after[f"value.{field}"] != value}
    return {name: after[name] if name in wrong else part for name, part in parts.items()}
