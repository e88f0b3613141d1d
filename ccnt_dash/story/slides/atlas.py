"""How does a map become shapes that can be recoloured? A freeform for each place, named by place and number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ccnt_dash.story.slides.measure import Box, width
from ccnt_dash.story.slides.panel import each_of
from ccnt_dash.story.slides.pen import Ink, clear, filled, mixed, plain, stroke
from ccnt_dash.story.slides.projection import Frame, framed
from ccnt_dash.story.slides.sheet import Sheet
from ccnt_dash.views.paint import PATTERNS

Ring = Sequence[Sequence[float]]
GEO = "/geo/"
# The least letters of names in the inset, in points.
LEAST = 6.5
# Points per px of lines and signs.
SCALE = 0.9


@dataclass(frozen=True)
class Look:
    """How a place looks: its colour and pattern, and its edge with its width in px."""

    colour: str
    edge: str
    width: float
    pattern: str = ""
    lines: str = ""


def atlas(sheet: Sheet, figure: dict[str, Any], frame: Box, folder: Path, name: str) -> None:
    """The maps of a figure with everything on them; the boundaries lie in `folder`."""
    layout = figure["layout"]
    for geo in dict.fromkeys(trace["geo"] for trace in figure["data"]):
        traces = [trace for trace in figure["data"] if trace["geo"] == geo]
        seen = framed(layout[geo], frame)
        group = sheet.group(name if geo == "geo" else sheet.words("slides.inset"))
        if layout[geo].get("showframe"):
            line = stroke(layout[geo]["framecolor"], layout[geo].get("framewidth", 1))
            group.form("", seen.box, sheet.words("slides.inset"), filled(sheet.look["card"]), line)
        _places(group, [trace for trace in traces if trace["type"] == "choropleth"], seen, folder)
        for trace in traces:
            if trace["type"] == "scattergeo":
                _furniture(group, trace, seen, layout["template"]["layout"]["font"]["size"])


def _places(sheet: Sheet, traces: Sequence[dict[str, Any]], seen: Frame, folder: Path) -> None:
    """The places, those in other places upon them and chosen ones above all."""
    looks: dict[str, Look] = {}
    names: dict[str, str] = {}
    for trace in traces:
        _painted(trace, looks, names)
    shapes = boundaries(folder / traces[0]["geojson"].removeprefix(GEO), _changed(folder, traces[0])) if traces else {}
    drawn = [(code, seen.rings(shapes[code])) for code in looks if code in shapes]
    order = sorted(drawn, key=lambda each: (looks[each[0]].width > 1, -sum(map(_area, each[1]))))
    for code, rings in order:
        look = looks[code]
        surface = filled(look.colour, pattern=look.pattern, lines=look.lines)
        sheet.freeform(rings, True, names[code], surface, stroke(look.edge, look.width * SCALE))


def _painted(trace: dict[str, Any], looks: dict[str, Look], names: dict[str, str]) -> None:
    """Note how the places of a trace look, over what traces below it said."""
    line = trace["marker"]["line"]
    reason = _reason(trace["geojson"])
    for code, z, told in zip(
        trace["locations"], trace["z"], each_of(trace.get("hovertext", ""), len(trace["z"])), strict=True
    ):
        colour = shade(trace["colorscale"], (z - trace["zmin"]) / (trace["zmax"] - trace["zmin"]))
        before = looks.get(code)
        if before is None:
            looks[code] = Look(colour, line.get("color", ""), line["width"])
            names[code] = ": ".join(plain(told).split("\n", 1)).replace("\n", ", ")
        elif reason:
            looks[code] = Look(before.colour, before.edge, before.width, PATTERNS[reason], colour)
        elif clear(colour):
            looks[code] = Look(before.colour, line["color"], line["width"], before.pattern, before.lines)


def _reason(address: str) -> str:
    """The reason of absence whose stripes an address names, or ""."""
    first = address.removeprefix(GEO).split("/")[0]
    return first if first in PATTERNS else ""


def shade(scale: Sequence[Sequence[Any]], share: float) -> str:
    """The colour of a share of a colour scale: mixed between its stops, those at one place being a step."""
    below = max((at for at, stop in enumerate(scale) if stop[0] <= share + 1e-9), default=0)
    (low, one), (high, other) = scale[below], scale[min(below + 1, len(scale) - 1)]
    if one == other or clear(one) or high <= low:
        return str(one)
    part = min(1.0, max(0.0, (share - low) / (high - low)))
    return mixed(str(other), str(one), part)


def _changed(folder: Path, trace: dict[str, Any]) -> int:
    path = folder / str(trace["geojson"]).removeprefix(GEO)
    return path.stat().st_mtime_ns


@lru_cache(maxsize=40)
def boundaries(path: Path, changed: int) -> dict[str, list[Ring]]:
    """Code of a division -> all rings of its area, from a GeoJSON file; OSError if it can't be read."""
    features = json.loads(path.read_text("utf-8"))["features"]
    return {str(each["id"]): list(_rings(each["geometry"])) for each in features}


def _rings(geometry: dict[str, Any]) -> Iterable[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return (ring for part in parts for ring in part)


def _area(ring: Sequence[tuple[float, float]]) -> float:
    return abs(sum(x * ring[at - 1][1] - ring[at - 1][0] * y for at, (x, y) in enumerate(ring))) / 2


def _furniture(sheet: Sheet, trace: dict[str, Any], seen: Frame, size: float) -> None:
    """Dashes as one freeform, island groups as dots with their names."""
    places = list(zip(trace["lon"], trace["lat"], strict=True))
    if "lines" in trace["mode"]:
        runs: list[list[tuple[float, float]]] = [[]]
        for lon, lat in places:
            point = None if lon is None else seen.at(lon, lat)
            if point is not None and seen.holds(point):
                runs[-1].append(point)
            elif runs[-1]:
                runs.append([])
        line = stroke(trace["line"]["color"], trace["line"]["width"] * SCALE)
        sheet.freeform([run for run in runs if run], False, sheet.words("slides.dashes"), filled(None), line)
        return
    for at, (lon, lat) in enumerate(places):
        point = seen.at(lon, lat)
        if seen.holds(point):
            _island(sheet, trace, at, point)


def _island(sheet: Sheet, trace: dict[str, Any], at: int, point: tuple[float, float]) -> None:
    reach = trace["marker"]["size"] * SCALE / 2
    text = plain(trace["text"][at]) if "text" in trace else ""
    dot = Box(point[0] - reach, point[1] - reach, 2 * reach, 2 * reach)
    sheet.form("circle", dot, text or sheet.words("slides.island"), filled(trace["marker"]["color"]), stroke(None))
    if text:
        ink = Ink(max(LEAST, trace["textfont"]["size"] * SCALE), trace["textfont"]["color"])
        wide, high, gap = width(text, ink.size) + 1, ink.size * 1.2, reach + 1
        side = trace["textposition"][at]
        left = point[0] + gap if "right" in side else point[0] - gap - wide if "left" in side else point[0] - wide / 2
        top = point[1] - gap - high if "top" in side else point[1] + gap if "bottom" in side else point[1] - high / 2
        sheet.text(text, Box(left, top, wide, high), ink, broken=False)
