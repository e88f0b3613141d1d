"""Are candidates told in the units and signs that other programs agree on?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.contract import FIRST, Units, rows
from ccnt_dash.ingest.document import Document
from ccnt_dash.ingest.inbox import item
from ccnt_dash.settings import ROOT

UNITS = Units(ROOT / "data")


@pytest.mark.parametrize(
    ("unit", "printed", "told", "value"),
    [
        ("m2", "万亩", "ha", 666.667),
        ("m2", "公顷", "ha", 1000),
        ("m2", "hectares", "ha", 1000),
        ("m2", "mu", "ha", 1000),
        ("m2", "平方公里", "km2", 10),
        ("m2", "square kilometres", "km2", 10),
        ("m2", "万平方米", "m2", 1e7),
        ("kW", "万千瓦", "MW", 1e4),
        ("GW", "GW", "MW", 1e10),
        ("percent", "%", "percent", 1e7),
        ("furlong", "furlong", "furlong", 1e7),
    ],
)
def test_values_are_told_in_agreed_units(unit: str, printed: str, told: str, value: float) -> None:
    given = 6_666_670 if printed == "万亩" else 1e7
    name, factor = UNITS.told(unit, printed)
    assert name == told
    assert given * factor == pytest.approx(value)


def test_a_row_begins_with_what_was_agreed() -> None:
    text = "到2025年，绿地不低于3万亩。"
    start = text.index("不低于")
    found = Candidate(
        "target", start, len(text) - 1, text[start:-1], figure=start + 3, comparator=">=", value=2e7, unit="m2",
        unit_source="万亩", target_year=2025, region="340100", value_high=4e7,
    )  # fmt: skip
    (row,) = rows(item(Document("d", "a.txt", title="某方案", language="zh"), text, [found]), UNITS)
    assert tuple(row)[: len(FIRST)] == FIRST
    assert (row["value"], row["value_high"], row["unit"], row["comparator"]) == (2000, 4000, "ha", "ge")
    assert (row["file"], row["region_adcode"], row["title"]) == ("a.txt", "340100", "某方案")
    assert row["candidate_id"]
