"""What is on the page of cascades: which documents of the nation were followed, by how many places, and how fast?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import bonds, frame, pieces
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.parts import meta
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.still import chart
from ccnt_dash.pages.taken import take

COUNTS = ("provinces", "cities", "followers", "citing")
DAYS = ("first", "middle")


def cascade(reading: Reading) -> Component:
    """The page in the reader's language."""
    words = reading.words
    found = {"pace": _pace(reading), "list": _list(reading)}
    sections = [frame.Section(name, words(f"cascades.{name}"), content) for name, content in found.items()]
    return frame.sectioned(reading, "/cascade", words("nav.cascade"), sections)


def _pace(reading: Reading) -> Children:
    words = reading.words
    around = meta(reading, "paces")
    return [
        html.P(words("cascades.lead")),
        html.P(around["title"], className="lead"),
        html.P(pieces.levels(around["levels"]), className="signs"),
        chart(reading, "paces"),
        html.P(words("cascades.signs"), className="hint"),
        take("paces", words, picture=True, query=reading.kept),
    ]


def _list(reading: Reading) -> Children:
    words = reading.words
    columns = [
        Column("title", words("cascade.document"), 400, wraps=True, turns=True),
        Column("published", words("cascade.published"), 120),
        *(Column(name, words(f"cascades.{name}"), 116, counts=True) for name in COUNTS),
        *(Column(name, words(f"cascades.{name}"), 150) for name in DAYS),
    ]
    rows = [{**each, "page": f"{bonds.page(each['key'], reading)}#cascade"} for each in reading.drawn("cascades")]
    table = matrix("cascades", rows, columns, words)
    return [html.P(words("cascades.hint"), className="hint"), table, take("cascades", words, query=reading.kept)]
