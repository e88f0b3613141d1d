"""How are the parts of an interactive page put in place? The same header, controls and charts for every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.pages import frame, ids
from ccnt_dash.pages.cited import cited
from ccnt_dash.pages.forms import form
from ccnt_dash.pages.grid import Column, listing
from ccnt_dash.pages.page import Page, Reading, shown
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.pages.snippet import snippet
from ccnt_dash.pages.taken import take
from ccnt_dash.settings import Settings
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

# No geometry of Plotly's own, no button that sends a chart away.
GRAPH: Any = {
    "displayModeBar": False,
    "topojsonURL": "/assets/topo/",
    "showSendToCloud": False,
    "responsive": True,
    "doubleClick": False,
}


@dataclass(frozen=True)
class Sheet:
    """A page for one reader, with what each of its parts shows."""

    page: Page
    reading: Reading
    settings: Settings
    parts: dict[str, Any]

    @classmethod
    def drawn(cls, page: Page, reading: Reading, settings: Settings) -> Sheet:
        """The page with its parts drawn for what the reader has chosen."""
        return cls(page, reading, settings, shown(page, reading))

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        found: Words = self.reading.words
        return found

    def part(self, tag: type[Component], name: str, **props: Any) -> Component:
        """A component of its own for one part."""
        part = self.page.parts[name]
        return tag(id=part.component, **{part.property: self.parts[name]}, **props)

    def form(self, field: str) -> Component:
        """The control of a field with its label."""
        return form(self.page.names, field, self.parts, self.words)

    def chart(self, view: str, *more: Component, before: tuple[Component, ...] = ()) -> Component:
        """The chart of a view under its title, with what belongs above and below it."""
        words = self.words
        title = [html.Span(words(f"{view}.heading"), className="kicker"), self.part(html.Span, f"title.{view}")]
        graph = dcc.Graph(
            id=self.page.names.graph(view), figure=self.parts[f"figure.{view}"], config=GRAPH, className="chart"
        )
        told = attributes({"data-writes": VIEWS[view].writes or ""})
        return html.Section(
            [
                html.H2(title),
                *before,
                html.Div(graph, className=f"frame {view}", **told),
                *more,
                take(view, words, picture=True),
                snippet(self.page.names(f"embed-{view}"), view, words),
            ],
            className=f"card {view}",
        )

    def table(self, view: str, title: str, hint: str, columns: list[Column], *more: Component) -> Component:
        """The records of a view under their title; a row opens its policy."""
        grid = listing(self.page.names, columns, self.parts, self.words)
        told = [html.H2(title), html.P(hint, className="hint"), html.Div(grid, className="frame table")]
        return html.Section([*told, *more, take(view, self.words)], className="card")

    def drawer(self, *fields: str) -> Component:
        """Controls in a column that folds on a narrow screen."""
        name = self.words("control.drawer")
        inner = html.Div([self.form(field) for field in fields], className="controls")
        return html.Aside(
            html.Details([html.Summary(name), inner], open=True, id="drawer"),
            className="drawer",
            **attributes({"aria-label": name}),
        )

    def opened(self) -> Component:
        """The policies that the reader has opened."""
        told = attributes({"aria-live": "polite", "aria-label": self.words("policy.heading")})
        return self.part(html.Section, "policy", className="opened", **told)

    def whole(self, record: dict[str, Any], drawer: Component, *main: Component) -> Component:
        """The whole page; `record` is what it notes of itself."""
        names, words = self.page.names, self.words
        switch = frame.language(self.reading, id=self.page.parts["language"].component)
        return html.Div(
            [
                dcc.Location(id=names.url, refresh=False),
                dcc.Store(id=names.events),
                dcc.Store(id=names.prefers),
                dcc.Store(id=names.shown, data=record),
                frame.skip(words),
                frame.header(self.reading, self.page.path, self.form("theme"), switch),
                html.Div(words("error.failed"), id=names.failed, className="failed", role="alert", hidden=True),
                html.Div([drawer, html.Main(list(main), id=ids.MAIN, tabIndex="-1")], className="columns"),
                frame.footer(self.reading, cited(self.reading, self.page.path, self.part(html.Span, "cite"))),
            ],
            className="page",
            **attributes({"data-events": names.events}),
        )
