"""Does the boundary set fit the region table? Asked once, while the database is built."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import geopandas
from pyogrio.errors import DataSourceError

PROVINCES = "provinces.geojson"
METRES = "ESRI:102025"  # Asia North Albers equal area
LEAST_OVERLAP = 1e6  # m²; what rounding to three decimals leaves between neighbours


def misfits(folder: Path, provinces: Collection[str]) -> list[tuple[str, str, str]]:
    """What is wrong with provinces.geojson in `folder`, as (division, what is wrong, what would be right).

    `provinces` are the codes of the region table. Raises OSError if the file is missing or no GeoJSON.
    """
    path = folder / PROVINCES
    try:
        shapes = geopandas.read_file(path)
    except DataSourceError as error:
        raise OSError(None, f"not readable as GeoJSON ({str(error).splitlines()[0]})", str(path)) from None
    shapes = shapes.set_index(shapes["id"].astype(str))
    wrong = [(code, "has no boundary", "draw it or drop it from regions.csv") for code in sorted(set(provinces) - set(shapes.index))]
    wrong += [(code, "is drawn but is no province of regions.csv", "add it there or drop the feature") for code in sorted(set(shapes.index) - set(provinces))]
    wrong += [(code, "has an invalid shape", "repair it with shapely.make_valid") for code in shapes.index[~shapes.is_valid]]
    wrong += [(code, "runs counter-clockwise, which d3-geo fills inside out", "orient exterior rings clockwise") for code in shapes.index[shapes.geometry.map(_anticlockwise)]]
    return wrong + _overlaps(shapes)


def _anticlockwise(shape: object) -> bool:
    parts = getattr(shape, "geoms", [shape])
    return any(part.exterior.is_ccw for part in parts)


def _overlaps(shapes: geopandas.GeoDataFrame) -> list[tuple[str, str, str]]:
    flat = shapes[["geometry"]].to_crs(METRES).rename_axis("code").reset_index()
    pairs = geopandas.overlay(flat[flat.is_valid], flat[flat.is_valid], how="intersection", keep_geom_type=True)
    pairs = pairs[(pairs["code_1"] < pairs["code_2"]) & (pairs.area > LEAST_OVERLAP)]
    return [(pair.code_1, f"overlaps {pair.code_2}", "clean the coverage") for pair in pairs.itertuples()]
