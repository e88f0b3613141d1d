"""How do lists and grids of cells become native tables?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from ccnt_dash.story.slides.atlas import shade
from ccnt_dash.story.slides.measure import APART, SURE, Box, cut, lines, width
from ccnt_dash.story.slides.pen import HAN, Ink, element, filled, paragraphs, plain, stroke
from ccnt_dash.story.slides.sheet import Sheet

# Sizes of letters that are tried, in points, and room around the text of a cell.
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0)
ASIDE, ABOVE = 6.0, 3.0
# The most lines that a cell takes, and the least share of the width that a column has.
MOST_LINES, NARROW = 2, 0.06
# Letters that are read from afar, in points, and the rows that are worth smaller ones.
AFAR, FEW = 12.0, 6
# A table without a style of its own, so that nothing of the theme shows through.
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True)
class Cell:
    """A cell: its text, ink, ground ("" for none) and the line below it."""

    text: str
    ink: Ink
    ground: str = ""
    below: str = ""


def listed(
    sheet: Sheet, headings: Sequence[str], rows: Sequence[Sequence[str]], frame: Box, name: str
) -> tuple[int, float]:
    """A list as a table in the largest letters that fit; returns how many rows it has and where it ends.

    Where all rows are too many even in the smallest letters, the last ones are left out.
    """
    kept, size, widths = _fitting(headings, rows, frame)
    every = [headings, *rows[:kept]]
    rest = [
        [cut(text, size, (wide - 2 * ASIDE) * SURE, MOST_LINES) for text, wide in zip(row, widths, strict=True)]
        for row in every
    ]
    ink, head, line = sheet.ink(size), sheet.ink(size, "muted", bold=True), sheet.look["line"]
    cells = [[Cell(text, ink if at else head, "", line) for text in row] for at, row in enumerate(rest)]
    heights = [_row(row, size, widths) for row in rest]
    table(sheet, cells, (widths, heights), frame, name)
    return kept, frame.y + sum(heights)


def _fitting(headings: Sequence[str], rows: Sequence[Sequence[str]], frame: Box) -> tuple[int, float, list[float]]:
    """How many rows, in which letters, in which columns: rather few that are read from afar than all of them."""
    for least, smallest in ((FEW, AFAR), (1, SIZES[-1])):
        for n in range(len(rows), min(least, len(rows)) - 1, -1):
            every = [headings, *rows[:n]]
            for size in (each for each in SIZES if each >= smallest):
                widths = _widths(every, size, frame.w)
                if _height(every, size, widths) <= frame.h:
                    return n, size, widths
    return 1, SIZES[-1], _widths([headings, *rows[:1]], SIZES[-1], frame.w)


def _widths(rows: Sequence[Sequence[str]], size: float, room: float) -> list[float]:
    """Widths of the columns by what stands in them, the longest broken into lines."""
    columns = list(zip(*rows, strict=True))
    natural = [max(width(text, size) for text in column) / SURE + 2 * ASIDE + 1 for column in columns]
    if sum(natural) <= room:
        return [each + (room - sum(natural)) / len(natural) for each in natural]
    least = [
        min(each, max(NARROW * room, _longest(column, size))) for each, column in zip(natural, columns, strict=True)
    ]
    wanted = [each - low for each, low in zip(natural, least, strict=True)]
    share = max(0.0, room - sum(least)) / (sum(wanted) or 1)
    found = [low + share * want for low, want in zip(least, wanted, strict=True)]
    return [each * room / sum(found) for each in found]


def _longest(column: Sequence[str], size: float) -> float:
    words = [word for text in column for word in text.split(" ") if not HAN.search(word)]
    return max((width(word, size) for word in words), default=0.0) / SURE + 2 * ASIDE + 1


def _row(row: Sequence[str], size: float, widths: Sequence[float]) -> float:
    most = max(lines(text, size, (wide - 2 * ASIDE) * SURE) for text, wide in zip(row, widths, strict=True))
    return min(most, MOST_LINES) * size * APART + 2 * ABOVE


def _height(rows: Sequence[Sequence[str]], size: float, widths: Sequence[float]) -> float:
    return sum(_row(row, size, widths) for row in rows)


def heated(sheet: Sheet, trace: dict[str, Any], backwards: bool, frame: Box, name: str) -> None:
    """A grid of numbers as a table whose cells have the colours of their numbers."""
    rows = list(zip(trace["y"], trace["z"], trace["text"], strict=True))
    size = next((size for size in SIZES if (len(rows) + 1) * (size * APART + 2 * ABOVE) <= frame.h), SIZES[-1])
    ink, span = sheet.ink(size), trace["zmax"] - trace["zmin"]
    gap = sheet.look["card"]
    cells = [[Cell("", ink), *(Cell(str(x), sheet.ink(size, "muted", align="center")) for x in trace["x"])]]
    for y, values, texts in rows if backwards else rows[::-1]:
        line = [Cell(plain(y), ink)]
        for value, text in zip(values, texts, strict=True):
            ground = "" if value is None else shade(trace["colorscale"], (value - trace["zmin"]) / span)
            told = Ink(size, sheet.look.readable(ground) if ground else ink.colour, align="center")
            line.append(Cell(text, told, ground, gap))
        cells.append(line)
    names = min(0.4 * frame.w, max(width(plain(y), size) for y in trace["y"]) + 2 * ASIDE + 8)
    wide = min((frame.w - names) / len(trace["x"]), 110.0)
    high = min(frame.h / len(cells), 2.4 * size)
    table(sheet, cells, ([names] + [wide] * len(trace["x"]), [high] * len(cells)), frame, name)


def table(
    sheet: Sheet, cells: Sequence[Sequence[Cell]], sizes: tuple[Sequence[float], Sequence[float]], frame: Box, name: str
) -> None:
    """A native table whose first row are headings; `sizes` are widths of columns and heights of rows."""
    widths, heights = sizes
    shape = sheet.shapes.add_table(len(cells), len(widths), Pt(frame.x), Pt(frame.y), Pt(sum(widths)), Pt(sum(heights)))
    shape.name = name
    made = shape.table
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    made.horz_banding = False
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Pt(wide)
    for at, (row, high) in enumerate(zip(made.rows, heights, strict=True)):
        row.height = Pt(high)
        for place, cell in enumerate(cells[at]):
            _write(made.cell(at, place), cell, sheet)


def _write(made: Any, cell: Cell, sheet: Sheet) -> None:
    body = made._tc.txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for paragraph in list(element(f"<a:body>{paragraphs(cell.text, cell.ink, sheet.lang, apart=APART)}</a:body>")):
        body.append(paragraph)
    made.margin_left = made.margin_right = Pt(ASIDE)
    made.margin_top = made.margin_bottom = Pt(ABOVE)
    made.vertical_anchor = None
    props = made._tc.get_or_add_tcPr()
    props.set("anchor", "ctr")
    width = 2.0 if cell.ground else 0.75
    sides = {
        "L": cell.ground and cell.below,
        "R": cell.ground and cell.below,
        "T": cell.ground and cell.below,
        "B": cell.below,
    }
    for side, colour in sides.items():
        props.append(element(stroke(colour or None, width).replace("a:ln", f"a:ln{side}")))
    props.append(element(filled(cell.ground or None)))
