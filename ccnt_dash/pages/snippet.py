"""How does a reader get the lines that put a chart on a page of her own?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.pieces import attributes
from ccnt_dash.texts import Words


def snippet(name: str, view: str, words: Words) -> Component:
    """Folded lines of HTML, called `name`; assets/embed.js writes the present choices into them."""
    told = attributes({"data-copies": name, "data-copied": words("policy.copied"), "aria-live": "polite"})
    lines = html.Pre(id=name, tabIndex="0", className="form", **attributes({"aria-label": words("embed.lines")}))
    return html.Details(
        [
            html.Summary(words("embed.summary")),
            html.P(words("embed.hint"), className="hint"),
            lines,
            html.Button(words("policy.copy"), type="button", className="button plain", **told),
        ],
        className="embed",
        **attributes({"data-embed": view}),
    )
