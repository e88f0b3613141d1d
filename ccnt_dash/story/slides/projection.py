"""Where does a place of the earth lie on a map? The projections that the figures name, and their part that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, log, pi, radians, sin, sqrt, tan
from typing import Any

from ccnt_dash.story.slides.measure import Box

Point = tuple[float, float]
Project = Callable[[float, float], Point]
# Points along each side of the range that a map shows, to find how wide it is.
ALONG = 40


def projection(told: dict[str, Any]) -> Project:
    """Degrees east and north to x (rightwards) and y (upwards) on the unit sphere, as d3-geo defines it.

    Raises ValueError for a projection that is not known.
    """
    turned = (told.get("rotation") or {}).get("lon", 0.0)
    if told["type"] == "mercator":
        return lambda lon, lat: (radians(lon - turned), log(tan(pi / 4 + radians(lat) / 2)))
    if told["type"] != "conic equal area":
        raise ValueError(f"projection is {told['type']!r}; it should be mercator or conic equal area")
    first, second = (sin(radians(each)) for each in told["parallels"])
    n = (first + second) / 2
    c = 1 + first * (2 * n - first)

    def conic(lon: float, lat: float) -> Point:
        r = sqrt(c - 2 * n * sin(radians(lat))) / n
        turn = n * radians(lon - turned)
        return r * sin(turn), sqrt(c) / n - r * cos(turn)

    return conic


@dataclass(frozen=True)
class Frame:
    """A part of the earth in a part of a slide, in points; `scale` are points per unit of the projection."""

    project: Project
    box: Box
    scale: float
    left: float
    top: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a place lies on the slide."""
        x, y = self.project(lon, lat)
        return self.left + x * self.scale, self.top - y * self.scale

    def rings(self, rings: Iterable[Sequence[Sequence[float]]]) -> list[list[Point]]:
        """Closed lines, cut at the edges of the frame."""
        cut = (clipped([self.at(lon, lat) for lon, lat, *_ in ring], self.box) for ring in rings)
        return [ring for ring in cut if len(ring) > 2]

    def holds(self, point: Point) -> bool:
        """Does a point of the slide lie in the frame?"""
        return self.box.x <= point[0] <= self.box.right and self.box.y <= point[1] <= self.box.bottom


def framed(geo: dict[str, Any], figure: Box) -> Frame:
    """The frame of a map of a figure: its range as large as its domain lets it be, in the middle."""
    across, up = geo["domain"]["x"], geo["domain"]["y"]
    box = figure.part((across[0], across[1]), (1 - up[1], 1 - up[0]))
    project = projection(geo["projection"])
    (west, east), (south, north) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    shares = [step / ALONG for step in range(ALONG + 1)]
    edge = [project(west + (east - west) * each, lat) for each in shares for lat in (south, north)]
    edge += [project(lon, south + (north - south) * each) for each in shares for lon in (west, east)]
    low_x, high_x = min(x for x, _ in edge), max(x for x, _ in edge)
    low_y, high_y = min(y for _, y in edge), max(y for _, y in edge)
    scale = min(box.w / (high_x - low_x), box.h / (high_y - low_y))
    wide, tall = (high_x - low_x) * scale, (high_y - low_y) * scale
    seen = Box(box.x + (box.w - wide) / 2, box.y + (box.h - tall) / 2, wide, tall)
    return Frame(project, seen, scale, seen.x - low_x * scale, seen.y + high_y * scale)


def clipped(ring: list[Point], box: Box) -> list[Point]:
    """The part of a closed line that lies in a box, after Sutherland and Hodgman."""
    edges: tuple[tuple[int, float, int], ...] = ((0, box.x, 1), (0, box.right, -1), (1, box.y, 1), (1, box.bottom, -1))
    for side, limit, sign in edges:
        if all((point[side] - limit) * sign >= 0 for point in ring):
            continue
        ring = _cut(ring, side, limit, sign)
    return ring


def _cut(ring: list[Point], side: int, limit: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        inside, was = ((each[side] - limit) * sign >= 0 for each in (point, before))
        if inside != was:
            share = (limit - before[side]) / (point[side] - before[side])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            found.append(point)
    return found
