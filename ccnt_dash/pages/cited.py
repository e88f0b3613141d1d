"""How does a reader cite the page before her? A line to copy, with the data set's version, its date and its terms."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.texts import Words

LINE = "cite-page"


def line(reading: Reading, title: str) -> str:
    """Site, page, version and date, without the address."""
    words, store = reading.words, reading.answers.store
    said = words("cite.page", site=words("site.title"), title=title, version=store.edition(), date=read(words))
    return str(said)


def read(words: Words) -> str:
    """The newest day on which a source of the data set was read."""
    return max(str(source["accessed"] or "") for source in words.vocabulary["sources"].values())


def following(reading: Reading, page: str) -> str:
    """The line for a page whose content follows the choices: it names them."""
    words = reading.words
    named = words("cite.title", title=words(f"nav.{page}"), selection=reading.answers.sentence(reading.filters))
    return line(reading, named)


def cited(reading: Reading, path: str, said: Component) -> Component:
    """The line `said` with the address of the page, which assets/copy.js keeps as it is now, and a button to copy."""
    words = reading.words
    here = html.Span(f"{reading.origin}{path}{reading.filters.to_query()}", **attributes({"data-here": ""}))
    return html.Section(
        [
            html.H2(words("cite.heading"), className="kicker"),
            html.P([said, " ", here], id=LINE),
            html.Div(copy(LINE, words), className="row"),
            html.P(words("about.licence")),
        ],
        className="cite",
    )


def copy(what: str, words: Words) -> Component:
    """A button that copies the text of the component called `what`."""
    told = attributes({"data-copies": what, "data-copied": words("policy.copied"), "aria-live": "polite"})
    return html.Button(words("policy.copy"), type="button", className="button plain", **told)
