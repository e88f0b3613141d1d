"""What is on the page of what doesn't fit: the records side by side, under the question that each list answers?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.frame import Section, sectioned
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.taken import take

TARGET = {"region": 120, "indicator": 230, "year": 80, "target": 150, "document": 330}
OTHER = {"other_year": 80, "other": 150, "other_document": 330}
# List -> its columns with their widths.
LISTS = {
    "sums": {**TARGET, "sum": 150, "places": 100, "ratio": 110},
    "stairs": {**TARGET, **OTHER},
    "disagreements": {**TARGET, **OTHER, "way": 120},
    "outliers": {**TARGET, "middle": 150, "places": 100, "ratio": 110},
    "overdue": {**TARGET, "days": 110, "why": 320},
}
LONG = ("indicator", "document", "other_document", "why")


def consistency(reading: Reading) -> Component:
    """The page in the reader's language."""
    words = reading.words
    sections = []
    for name, widths in LISTS.items():
        records = reading.drawn(name)
        columns = [
            Column(field, words(f"consistency.{field}"), width, wraps=field in LONG) for field, width in widths.items()
        ]
        table = matrix(name, records, columns, words) if records else html.P(words("consistency.none"))
        named, hint = words(f"consistency.{name}"), words(f"consistency.{name}.hint")
        sections.append(Section(name, named, [table, take(name, words)], hint, words.number(len(records))))
    return sectioned(reading, "/consistency", words("nav.consistency"), sections)
