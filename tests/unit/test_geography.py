"""Is a boundary set that does not fit the region table told?"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.geography import PROVINCES, borders, misfits
from ccnt_dash.settings import ROOT

Ring = list[list[float]]


def square(west: float, south: float = 30) -> Ring:
    """A clockwise square of one degree."""
    east, north = west + 1, south + 1
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def polygon(*rings: Ring) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def drawn(folder: Path, *shapes: tuple[object, object]) -> Path:
    """`folder` with a boundary set of (id, geometry)."""
    features = [{"type": "Feature", "id": id, "properties": {}, "geometry": shape} for id, shape in shapes]
    return saved(folder, json.dumps({"type": "FeatureCollection", "features": features}))


def saved(folder: Path, text: str) -> Path:
    (folder / PROVINCES).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, *provinces: str) -> list[tuple[str, str]]:
    return [(code, wrong) for code, wrong, right in misfits(folder, provinces) if right]


def test_neighbours_fit(tmp_path: Path) -> None:
    folder = drawn(tmp_path, ("110000", polygon(square(100))), ("120000", polygon(square(101))))
    assert told(folder, "110000", "120000") == []


def test_a_shape_of_several_parts_fits(tmp_path: Path) -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[square(100)], [square(105)]]}
    assert told(drawn(tmp_path, ("110000", parts)), "110000") == []


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([], ("110000", "has no boundary")),
        ([("990000", square(105))], ("990000", "is drawn but is no province of regions.csv")),
        ([("110000", square(105))], ("110000", "is drawn twice")),
        ([("120000", square(105)[::-1])], ("120000", "runs counter-clockwise, which d3-geo fills inside out")),
        ([("120000", square(100.5))], ("110000", "overlaps 120000")),
        ([("120000", [[105, 30], [106, 31], [106, 30], [105, 31], [105, 30]])], ("120000", "has an invalid shape")),
    ],
)
def test_a_misfit_is_told(tmp_path: Path, shapes: list[tuple[str, Ring]], expected: tuple[str, str]) -> None:
    first = [("110000", square(100))] if shapes else [("120000", square(100))]
    folder = drawn(tmp_path, *((code, polygon(ring)) for code, ring in first + shapes))
    assert expected in told(folder, "110000", "120000")


@pytest.mark.parametrize(
    "shape", [None, {"type": "Point", "coordinates": [100, 30]}, polygon()], ids=["none", "point", "empty"]
)
def test_a_province_without_an_area_is_told(tmp_path: Path, shape: object) -> None:
    folder = drawn(tmp_path, ("110000", shape), ("120000", polygon(square(101))))
    assert told(folder, "110000", "120000") == [("110000", "is drawn without an area")]


@pytest.mark.parametrize("text", ["", "no map", "[]", '{"type": "FeatureCollection", "features": [{'])
def test_a_file_that_is_no_map_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(OSError, match="not readable as GeoJSON") as error:
        misfits(saved(tmp_path, text), [])
    assert error.value.filename == str(tmp_path / PROVINCES)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        misfits(tmp_path, [])
    assert Path(error.value.filename) == tmp_path / PROVINCES


@pytest.mark.parametrize("code", [None, 110000])
def test_features_without_text_ids_are_told(tmp_path: Path, code: object) -> None:
    with pytest.raises(OSError, match="no feature with a text id"):
        misfits(drawn(tmp_path, (code, polygon(square(100)))), ["110000"])


def test_the_shipped_boundaries_fit_the_shipped_regions() -> None:
    with (ROOT / "data" / "vocab" / "regions.csv").open(encoding="utf-8", newline="") as text:
        provinces = [row["region"] for row in csv.DictReader(text) if row["level"] == "provincial"]
    assert len(provinces) == 34
    assert misfits(ROOT / "assets" / "geo", provinces) == []


def test_neighbours_share_a_line_and_not_a_corner() -> None:
    found = set(borders(ROOT / "assets" / "geo"))
    assert {("110000", "120000"), ("110000", "130000"), ("440000", "810000")} <= found
    assert ("110000", "140000") not in found
    assert all((b, a) in found for a, b in found)
    assert not {"460000", "710000"} & {place for pair in found for place in pair}
