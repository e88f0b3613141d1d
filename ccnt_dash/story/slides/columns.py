"""How do bars that are divided, one for each lane and column, become native charts? One chart for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from ccnt_dash.story.slides.bars import finish
from ccnt_dash.story.slides.chart import added, placed
from ccnt_dash.story.slides.fit import Fit
from ccnt_dash.story.slides.measure import Box
from ccnt_dash.story.slides.panel import Panel, each_of
from ccnt_dash.story.slides.pen import element, filled, plain, stroke
from ccnt_dash.story.slides.points import points
from ccnt_dash.story.slides.sheet import Sheet

Key = tuple[float, float]
# The share of a lane that is left free above a bar.
FREE = 0.4


@dataclass(frozen=True)
class Piece:
    """A part of the bar in a lane and a column: which state, how long, how much seen, and how many it counts."""

    state: int
    lane: float
    column: float
    length: float
    alpha: float


def columns(
    sheet: Sheet, figure: dict[str, Any], panel: Panel, found: Fit, *, frame: Box, names: tuple[str, str]
) -> None:
    """A chart of the axes and the totals, and upon it one of bars for each column, in the numbers that they count."""
    pieces = _pieces(figure)
    texts = [trace for trace in figure["data"] if trace["type"] == "scatter"]
    lane = found.inner.h / (panel.y.ends[1] - panel.y.ends[0])
    # The totals stand in what the bars leave free of a lane.
    most = lane * FREE / found.scale
    rest = tuple(replace(each, letters=min(each.letters, most)) for each in panel.series if not each.bar)
    loose = replace(panel, series=rest)
    points(sheet, loose, found, frame, names)
    totals = _totals(texts, panel)
    lanes = sorted({lane for lane, _ in panel.y.ticks})
    states = [_state(figure, trace) for trace in figure["data"] if trace["type"] == "bar"]
    box = found.of(panel)
    reach = max((abs(piece.length) for piece in _wholes(pieces)), default=1.0)
    for at, year in panel.x.ticks:
        held = [piece for piece in pieces if piece.column == at]
        if not held:
            continue
        left = box.x + panel.x.share(at - reach / 2) * box.w
        top = box.y + (1 - panel.y.share(lanes[-1] + 0.5)) * box.h
        place = Box(left, top, reach / (panel.x.high - panel.x.low) * box.w, lane * (lanes[-1] - lanes[0] + 1))
        _column(sheet, held, totals, (lanes, dict(panel.y.ticks), states), place=place, name=f"{names[0]} · {year}")


def _pieces(figure: dict[str, Any]) -> list[Piece]:
    found = []
    for state, trace in enumerate(each for each in figure["data"] if each["type"] == "bar"):
        n = len(trace["x"])
        alphas = each_of(trace["marker"].get("opacity", 1.0), n)
        for base, length, lane, alpha in zip(trace["base"], trace["x"], trace["y"], alphas, strict=True):
            found.append(Piece(state, lane, round(base + length / 2), length, alpha))
    return found


def _wholes(pieces: Sequence[Piece]) -> list[Piece]:
    """The whole bar of each lane and column."""
    sums: dict[Key, Piece] = {}
    for piece in pieces:
        key = (piece.lane, piece.column)
        sums[key] = replace(piece, length=piece.length + (sums[key].length if key in sums else 0.0))
    return list(sums.values())


def _totals(texts: Sequence[dict[str, Any]], panel: Panel) -> dict[Key, int]:
    """What each bar counts, as it is written above it."""
    found: dict[Key, int] = {}
    for trace in texts:
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
            lane = min((at for at, _ in panel.y.ticks), key=lambda at, y=y: abs(at - y))  # type: ignore[misc]
            found[(lane, x)] = int("".join(sign for sign in text if sign.isdigit()))
    return found


def _state(figure: dict[str, Any], trace: dict[str, Any]) -> tuple[str, str]:
    colour = trace["marker"]["color"]
    states = figure["layout"].get("meta", {}).get("states", ())
    return next((str(each["label"]) for each in states if each["colour"] == colour), colour), colour


def _column(
    sheet: Sheet,
    held: Sequence[Piece],
    totals: dict[Key, int],
    axes: tuple[Sequence[float], dict[float, str], Sequence[tuple[str, str]]],
    *,
    place: Box,
    name: str,
) -> None:
    """The bars of one column: a series for each state, a category for each lane."""
    lanes, texts, states = axes
    wholes = {piece.lane: piece.length for piece in _wholes(held)}
    counts = {(piece.state, piece.lane): piece for piece in held}
    data = CategoryChartData(number_format="0")
    data.categories = [plain(texts[lane]) for lane in lanes]
    shown = [at for at in range(len(states)) if any(piece.state == at for piece in held)]
    for at in shown:
        every = [counts.get((at, lane)) for lane in lanes]
        data.add_series(
            states[at][0],
            [each and round(each.length / wholes[each.lane] * totals[each.lane, each.column]) for each in every],
        )
    chart = added(sheet, XL_CHART_TYPE.BAR_STACKED_100, data, place, (name, name))
    placed(chart, place, place)
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    for at, told in zip(shown, area.iter(qn("c:ser")), strict=True):
        _dress(told, states[at][1], [counts.get((at, lane)) for lane in lanes])
    finish(area, (0, 1), 80, sheet, size=8, named=False)


def _dress(told: Any, colour: str, pieces: Sequence[Piece | None]) -> None:
    for tag in ("c:spPr", "c:invertIfNegative"):
        for old in told.findall(qn(tag)):
            told.remove(old)
    faint = [
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{filled(colour, piece.alpha)}</c:spPr></c:dPt>"
        for at, piece in enumerate(pieces)
        if piece and piece.alpha < 1
    ]
    surface = f"<c:spPr>{filled(colour)}{stroke(None)}</c:spPr>"
    place = list(told).index(told.find(qn("c:tx"))) + 1
    for at, part in enumerate((surface, '<c:invertIfNegative val="0"/>', *faint)):
        told.insert(place + at, element(part))
