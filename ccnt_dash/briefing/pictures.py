"""Which pictures stand in an issue: where its documents come from, what they are about, and when they fall due?

They are made from the rows of the views of the same names, as tiles and bars that every format can draw by itself: an
e-mail and a document as tables, which need no picture file, and print as shapes.
"""

from __future__ import annotations

from collections import Counter

from ccnt_dash.briefing.issue import Bar, Bars, Tile, Tiles
from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows
from ccnt_dash.views.paint import Paint, title

# More years than a small chart has room for: the earliest are shown.
MOST_YEARS = 12
# Why there is nothing -> its sign: a table has no stripes, which the charts of the site have.
SIGNS = {"not_collected": "×", "none_found": "○", "not_applicable": "—", "not_published": "?", "estimated": "≈"}


def tiles(rows: Rows, words: Words, look: Look) -> Tiles | None:
    """The tile map of the view `map`, None where no place has a document."""
    paint = Paint.of(rows, words, look)
    if not any(row["policies"] for row in paint.rows):
        return None
    placed = [row for row in paint.rows if row["tile_x"] is not None]
    legend = [(entry["colour"], SIGNS.get(entry["pattern"], ""), entry["label"]) for entry in paint.legend()]
    return Tiles(title(rows[0], words), tuple(_tile(row, paint, words) for row in placed), tuple(legend))


def _tile(row: Row, paint: Paint, words: Words) -> Tile:
    ground = paint.colour(row)
    short = str(row["letters"]) if words.lang == "en" and row["letters"] else words.place(row["key"])
    ink = paint.look.readable(ground)
    mark = words.number(row["policies"]) if row["policies"] else SIGNS.get(paint.pattern(row), "")
    return Tile(row["tile_x"], row["tile_y"], short, words.place(row["key"]), row["policies"], mark, ground, ink)


def sectors(rows: Rows, words: Words) -> Bars:
    """The documents of each sector, as the view `sectors` counts them; a document may count in several."""
    found = [row for row in reversed(rows) if row["policies"]]
    bars = (
        Bar(words.name("sectors", row["key"]), row["policies"], words.number(row["policies"]), row["colour"])
        for row in found
    )
    return Bars(words("sectors.title.policies"), tuple(bars))


def years(rows: Rows, words: Words, look: Look) -> Bars:
    """The targets of each year, as the view `timeline` has them."""
    counted: Counter[int] = Counter()
    for row in rows:
        counted[row["key"]] += row["targets"]
    colour = look["seq-5"]
    bars = (Bar(str(year), n, words.number(n), colour) for year, n in sorted(counted.items())[:MOST_YEARS])
    return Bars(words("timeline.title"), tuple(bars))
