"""How does a reader go down into a province, back to the nation, and through the years?"""

from __future__ import annotations

import json
from collections.abc import Sequence

from dash import dcc, html

from ccnt_dash.pages.pieces import Children, attributes, button
from ccnt_dash.texts import Words


def trail(codes: Sequence[str], offered: str, words: Words) -> Children:
    """The places that hold what the map shows, each a button that leads back there; then what it can show next."""
    last = codes[-1]
    told: Children = []
    for at, code in enumerate(codes):
        told += [html.Span("›", className="kicker", **attributes({"aria-hidden": "true"}))] if at else []
        if code == last:
            told.append(html.Strong(words.place(code), **attributes({"aria-current": "location"})))
        else:
            told.append(button(words.place(code), {"type": "enter", "value": code}, kind="crumb"))
    if offered and offered != last:
        label = words("map.enter", place=words.place(offered))
        told.append(button([label, " ›"], {"type": "enter", "value": offered}, kind="chip"))
    return told


def slider(years: Sequence[int], year: int | None, words: Words) -> Children:
    """A slider over the years of a series with a button that plays them."""
    if len(years) < 2 or year not in years:
        return []
    line = dcc.Input(id="slide-years", type="range", min=years[0], max=years[-1], step=1, value=year)
    named = html.Label(words("map.slide"), htmlFor="slide-years")
    play = html.Button(
        "▶", type="button", className="button play", **attributes({"aria-label": words("map.play"), "data-plays": "at"})
    )
    told = attributes({"data-slides": "at", "data-values": json.dumps(list(years))})
    return [html.Div([play, named, line, html.Output(str(year))], className="row slider", **told)]
