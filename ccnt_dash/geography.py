"""Does the boundary set fit the region table, and what does it tell of the regions? Asked by the build."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

import geopandas
from pyogrio.errors import DataSourceError
from shapely import LineString, Point, orient_polygons, set_precision, union_all
from shapely.affinity import rotate
from shapely.errors import GEOSException
from shapely.geometry import mapping

PROVINCES = "provinces.geojson"
METRES = "ESRI:102025"  # Asia North Albers equal area
LEAST_OVERLAP = 1e6  # m²; what rounding to three decimals leaves between neighbours
POLYGONS = ("Polygon", "MultiPolygon")
# Parts smaller than this share of a province's greatest one are islands, and left out of its bounds.
ISLAND = 0.04
# Stripes a drawing is crossed by, and the share of their distance that they fill.
STRIPES, FILLED = 70, 0.18
BORDER = 2_000  # m; neighbours share at least so much of a line

Misfit = tuple[str, str, str]


def misfits(folder: Path, provinces: Collection[str]) -> list[Misfit]:
    """What is wrong with provinces.geojson in `folder`, as (division, what is wrong, what would be right).

    `provinces` are the codes of the region table. Raises OSError if the file is missing or no GeoJSON
    whose features have text ids.
    """
    shapes = _shapes(folder / PROVINCES)
    drawn = shapes.index
    areas = shapes[[getattr(shape, "geom_type", "") in POLYGONS and not shape.is_empty for shape in shapes.geometry]]
    wrong = [
        (code, "has no boundary", "draw it or drop it from regions.csv") for code in sorted(set(provinces) - set(drawn))
    ]
    wrong += [
        (code, "is drawn but is no province of regions.csv", "add it there or drop the feature")
        for code in sorted(set(drawn) - set(provinces))
    ]
    wrong += [(code, "is drawn twice", "keep one feature") for code in drawn[drawn.duplicated()]]
    wrong += [(code, "is drawn without an area", "draw a polygon") for code in drawn.difference(areas.index)]
    return wrong + _misshapen(areas) + _overlaps(areas)


def borders(folder: Path) -> list[tuple[str, str]]:
    """Which provinces of provinces.geojson in `folder` border on which by land, each pair in both directions.

    Raises OSError as `misfits` does.
    """
    flat = _shapes(folder / PROVINCES)[["geometry"]].to_crs(METRES).rename_axis("code").reset_index()
    wide = flat.assign(geometry=flat.buffer(BORDER / 4))
    pairs = geopandas.overlay(wide, wide, how="intersection", keep_geom_type=True)
    # A strip half as wide as BORDER runs along each shared line.
    pairs = pairs[(pairs["code_1"] != pairs["code_2"]) & (pairs.area > BORDER * BORDER / 2)]
    return sorted(zip(pairs["code_1"], pairs["code_2"], strict=True))


def bounds(folder: Path) -> list[tuple[str, float, float, float, float]]:
    """What shows each province of provinces.geojson in `folder`: code, west, south, east and north in degrees.

    Raises OSError as `misfits` does.
    """
    parts = _shapes(folder / PROVINCES)[["geometry"]].explode(index_parts=False)
    sizes = parts.to_crs(METRES).area
    near = parts[sizes >= ISLAND * sizes.groupby(level=0).transform("max")]
    return [(str(code), *part.total_bounds.tolist()) for code, part in near.groupby(level=0)]


def striped(path: Path, directions: Sequence[float]) -> str:
    """The areas of the GeoJSON file `path` as stripes that run in some directions (degrees), as GeoJSON.

    Raises OSError as `misfits` does.
    """
    flat = _shapes(path)[["geometry"]].to_crs(METRES)
    west, south, east, north = flat.total_bounds
    middle, reach = Point((west + east) / 2, (south + north) / 2), max(east - west, north - south)
    step = reach / STRIPES
    lines = [
        rotate(LineString([(middle.x - reach, y), (middle.x + reach, y)]), direction, origin=middle)
        for direction in directions
        for y in [middle.y + step * at for at in range(-STRIPES, STRIPES)]
    ]
    stripes = union_all([line.buffer(step * FILLED / 2, cap_style="flat") for line in lines])
    cut = flat.assign(geometry=flat.intersection(stripes)).to_crs("EPSG:4326")
    cut["geometry"] = orient_polygons(set_precision(cut.geometry.array, 0.001, mode="pointwise"), exterior_cw=True)
    return _written(cut)


def _written(shapes: geopandas.GeoDataFrame) -> str:
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": mapping(shape)}
        for code, shape in shapes.geometry.items()
        if not shape.is_empty
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _shapes(path: Path) -> geopandas.GeoDataFrame:
    path.stat()  # a missing file is named better by the system than by the reader
    try:
        shapes = geopandas.read_file(path)
    except (DataSourceError, GEOSException) as error:
        raise OSError(None, f"not readable as GeoJSON ({str(error).splitlines()[0]})", str(path)) from None
    if "id" not in shapes:
        raise OSError(None, "has no feature with a text id; each needs the code of its division", str(path))
    return shapes.set_index(shapes["id"].astype(str))


def _misshapen(shapes: geopandas.GeoDataFrame) -> list[Misfit]:
    wrong = [
        (code, "has an invalid shape", "repair it with shapely.make_valid") for code in shapes.index[~shapes.is_valid]
    ]
    return wrong + [
        (code, "runs counter-clockwise, which d3-geo fills inside out", "orient exterior rings clockwise")
        for code in shapes.index[shapes.geometry.map(_anticlockwise).astype(bool)]
    ]


def _anticlockwise(shape: object) -> bool:
    parts = getattr(shape, "geoms", [shape])
    return any(part.exterior.is_ccw for part in parts)


def _overlaps(shapes: geopandas.GeoDataFrame) -> list[Misfit]:
    flat = shapes[["geometry"]].to_crs(METRES).rename_axis("code").reset_index()
    flat = flat[flat.is_valid]
    pairs = geopandas.overlay(flat, flat, how="intersection", keep_geom_type=True)
    pairs = pairs[(pairs["code_1"] < pairs["code_2"]) & (pairs.area > LEAST_OVERLAP)]
    return [(pair.code_1, f"overlaps {pair.code_2}", "clean the coverage") for pair in pairs.itertuples()]
