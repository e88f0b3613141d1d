"""How does a reader put the view that she sees into a story? Choices under it, which assets/story_add.js fills."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.pieces import attributes
from ccnt_dash.texts import Words

EDITOR = "/present/edit"
SAID = ("label", "fresh", "done", "open", "unkept", "full", "untitled")


def add(view: str, words: Words, chart: bool, query: str | None = None) -> Component:
    """A folded choice of stories and a button that adds the view with the choices of `query` as a slide.

    Without a query with those in the address when the button is pressed.
    """
    told = {"data-adds": view, "data-kind": "view" if chart else "table"}
    told |= {} if query is None else {"data-query": query}
    choice = html.Select(className="button", **attributes({"aria-label": words("story.add.choice")}))
    button = html.Button(words("story.add.button"), type="button", className="button plain")
    said = html.P(className="hint said", **attributes({"aria-live": "polite"}))
    return html.Details(
        [html.Summary(words("story.add.label")), html.Div([choice, button], className="row"), said],
        className="add",
        **attributes(told),
    )


def stories(words: Words, number: str, kept: str) -> Component:
    """What assets/story_add.js says; `number` is that of the data set, `kept` goes along to the editor."""
    holes = {name: "{" + name + "}" for name in ("slide", "story", "number")}  # the script fills them
    told = {f"data-{name}": words(f"story.add.{name}", **holes) for name in SAID}
    shown: Any = {**told, "data-number": number, "data-editor": f"{EDITOR}{kept}", "data-lang": words.lang}
    return html.Div(id="adding", hidden=True, **shown)
