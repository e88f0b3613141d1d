"""What does each column of a view mean, and in which vocabulary do its codes stand?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.views import View
from ccnt_dash.vocab import TABLES

LINES = """
SELECT table_name AS thing, column_name AS name, description_en AS en, description_zh AS zh
FROM dictionary WHERE column_name <> '*'
"""
# How the dictionary says in English that a column holds codes: "code from sectors".
CODED = re.compile(r"\bcodes? from ([a-z_]+)")
WRITTEN = {each.name: each.metadata["vocabulary"] for each in fields(Filters)}
EVERYWHERE = "*"
Meanings = Mapping[tuple[str, str], Mapping[str, str]]


@dataclass(frozen=True)
class Column:
    """A column of an extract, what it means and the table that its codes stand in; "" where there is none."""

    name: str
    meaning: str
    codes: str = ""


def own(view: View) -> str:
    """What the dictionary calls a view, in lines on columns that mean something of their own there."""
    return f"view:{view.id}"


def meanings(answers: Answers) -> Meanings:
    """(table, "*" or view; column) -> what it means by language."""
    key = ("meanings", answers.store.edition())
    found: Meanings = answers.memory.get(
        key, lambda: {(row["thing"], row["name"]): row for row in answers.store.rows(LINES)}
    )
    return found


def columns(answers: Answers, view: View, names: Sequence[str], lang: str) -> tuple[Column, ...]:
    """What the columns of a view mean: to the view itself, or in its tables, or wherever they occur."""
    known = meanings(answers)
    found = []
    for name in names:
        things = (own(view), *view.tables, EVERYWHERE)
        line = next((known[thing, name] for thing in things if (thing, name) in known), {"en": "", "zh": ""})
        found.append(Column(name, line[lang], _codes(view, name, line["en"])))
    return tuple(found)


def _codes(view: View, name: str, meaning: str) -> str:
    told = CODED.search(meaning)
    table = WRITTEN[view.writes] if name == "key" and view.writes else told[1] if told else ""
    return table if table in TABLES else ""
