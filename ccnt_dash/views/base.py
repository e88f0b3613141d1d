"""What is a view? A question, a pure drawing, and the field of the reader's choices that its clicks write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words

Row = dict[str, Any]
Rows = list[Row]
Figure = dict[str, Any]
Draw = Callable[[Rows, Words, Look], Any]


# What the macros matching_policies and matching_targets are given by a view that writes none of these.
CHOICES = """
    regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
    years := $years, since := $since, until := $until, search := $search, policies := $policies
"""


@dataclass(frozen=True)
class View:
    """A linked view.

    `sql` asks for rows and binds fields of Filters by name; it may not name the field that the view
    writes, so that a view never filters itself. `by_metric` holds other questions, asked instead where
    the reader has chosen that metric; `whole` asks for all rows where `sql` asks for the first of them.
    `tables` say what its columns mean, the first that has one of that name; `of` is the field that names the
    one record it is about, without which it finds nothing. A view that is `own` tells of the data set itself.
    Rows have a column `key`, what a click on them writes; ``answer`` adds `chosen`. `draw` makes of them
    what is shown and knows neither store nor filters: a figure in Plotly's own form {data, layout}, or,
    for the views of controls and pages, a list of records.
    """

    id: str
    sql: str
    draw: Draw
    writes: str | None = None
    by_metric: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""
    tables: tuple[str, ...] = ()
    of: str = ""
    own: bool = False

    def asks(self, metric: str) -> str:
        """The question for a metric."""
        return self.by_metric.get(metric, self.sql)


def figure(*traces: dict[str, Any], meta: dict[str, Any], **layout: Any) -> Figure:
    """A figure of these traces; `meta` is what stands around it: title, legend, notes.

    Plain dicts: plotly's own classes check every value anew, which cost more than all queries. The
    contract tests pass each figure through them instead.
    """
    return {"data": list(traces), "layout": {**layout, "meta": meta}}


def notes(figure: Figure) -> dict[str, Any]:
    """What stands around a figure: title, legend, notes."""
    told: dict[str, Any] = figure["layout"].get("meta", {})
    return told


def bare(figure: Figure) -> Figure:
    """A figure as Plotly draws it, without what stands around it."""
    return {"data": figure["data"], "layout": {name: told for name, told in figure["layout"].items() if name != "meta"}}


def blank(text: str, look: Look, meta: dict[str, Any]) -> Figure:
    """A figure without marks that says why."""
    note = {
        "text": text,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "font": {"size": look.size + 2, "color": look["muted"]},
    }
    return figure(meta=meta, xaxis={"visible": False}, yaxis={"visible": False}, annotations=[note])


def column(rows: Rows, name: str) -> list[Any]:
    """The values of one column."""
    return [row[name] for row in rows]


def faded(rows: Rows) -> list[float]:
    """Opacity of each row: chosen rows stand out as soon as one is chosen."""
    any_chosen = any(row["chosen"] for row in rows)
    return [1.0 if row["chosen"] or not any_chosen else 0.35 for row in rows]


def wrapped(text: str, width: int = 64) -> str:
    """`text` broken into lines for a hover box; Chinese, which has no blanks, at half the width."""
    if text.isascii() or " " in text[: width // 2]:
        return "<br>".join(wrap(text, width))
    return "<br>".join(text[at : at + width // 2] for at in range(0, len(text), width // 2))


def folded(name: str, look: Look) -> str:
    """`name` as an axis label: on a narrow screen broken before "and"."""
    return name.replace(" and ", "<br>and ") if look.narrow else name
