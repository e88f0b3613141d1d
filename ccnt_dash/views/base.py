"""What is a view? A question, a pure drawing, and the field of the reader's choices that its clicks write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ccnt_dash.look import Look
from ccnt_dash.texts import Words

Draw = Callable[[pd.DataFrame, Words, Look], Any]


@dataclass(frozen=True)
class View:
    """A linked view.

    `sql` asks for rows and binds fields of Filters by name; it may not name the field that the view
    writes, so that a view never filters itself. Rows have a column `key`, what a click on them writes;
    ``answer`` adds the column `chosen`. `draw` makes of them what is shown and knows neither store nor
    filters: a plotly Figure, or, for the views of controls, a list of options.
    """

    id: str
    sql: str
    draw: Draw
    writes: str | None = None


def blank(text: str, look: Look) -> go.Figure:
    """A chart without marks that says why."""
    note = {"text": text, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "font": {"size": look.size + 2, "color": look["muted"]}}
    return go.Figure().update_layout(xaxis={"visible": False}, yaxis={"visible": False}, annotations=[note])


def faded(rows: pd.DataFrame) -> list[float]:
    """Opacity of each row: chosen rows stand out as soon as one is chosen."""
    if not rows["chosen"].any():
        return [1.0] * len(rows)
    return [1.0 if chosen else 0.35 for chosen in rows["chosen"]]


def wrapped(text: str, width: int = 64) -> str:
    """`text` broken into lines for a hover box; Chinese, which has no blanks, at half the width."""
    if text.isascii():
        return "<br>".join(wrap(text, width))
    lines = wrap(text, width) if " " in text[: width // 2] else [text[at : at + width // 2] for at in range(0, len(text), width // 2)]
    return "<br>".join(lines)
