"""Do printed units become canonical ones exactly, whatever the number?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ccnt_dash.build.check import checks
from ccnt_dash.settings import ROOT

VOCABULARY = ROOT / "data" / "vocab"
CHECK = next(each for each in checks() if each.name == "conversion").sql
# Chinese counts in steps of ten thousand: a printed unit is one of these before another printed unit.
STEPS = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "百万": 10**6, "千": 10**3}


def table(name: str) -> list[dict[str, str]]:
    with (VOCABULARY / f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


UNITS = {row["unit"]: row for row in table("units")}
PRINTED = {row["printed"]: UNITS[row["unit"]] for row in table("printed_units")}
BASE = {row["dimension"]: row for row in UNITS.values() if float(row["factor"]) == 1}
MULTIPLES = [
    (printed, step) for printed in PRINTED for step in STEPS if printed.removeprefix(step) in {*PRINTED} - {printed}
]


@pytest.fixture(scope="module")
def staged() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables that the check of conversions reads, without targets."""
    with duckdb.connect(":memory:") as made:
        made.execute("ATTACH ':memory:' AS staged")
        for name in ("units", "printed_units"):
            made.execute(
                f"CREATE TABLE staged.{name} AS FROM read_csv(?, all_varchar = true)", [f"{VOCABULARY}/{name}.csv"]
            )
        columns = "_file VARCHAR, _line INTEGER, value VARCHAR, value_source VARCHAR, unit_source VARCHAR, unit VARCHAR"
        made.execute(f"CREATE TABLE staged.targets ({columns})")
        made.execute(f"CREATE TABLE staged.observations ({columns})")
        yield made


def refused(staged: duckdb.DuckDBPyConnection, printed: str, unit: str, value: Fraction, shown: str) -> bool:
    """Whether the check refuses `value` in the canonical unit for the number `shown` in the unit `printed`."""
    staged.execute("DELETE FROM staged.targets")
    row = ["lanterns.csv", 2, repr(float(value)), shown, printed, unit]
    staged.execute("INSERT INTO staged.targets VALUES (?, ?, ?, ?, ?, ?)", row)
    return bool(staged.execute(CHECK).fetchall())


@pytest.mark.parametrize(("printed", "step"), MULTIPLES)
def test_a_multiple_is_that_multiple(printed: str, step: str) -> None:
    base = PRINTED[printed.removeprefix(step)]
    assert PRINTED[printed]["dimension"] == base["dimension"]
    assert float(PRINTED[printed]["factor"]) == pytest.approx(STEPS[step] * float(base["factor"]), rel=1e-14)


def test_the_printed_units_that_documents_use_most_are_known() -> None:
    assert {"万千瓦", "亿千瓦时", "万吨标准煤", "万亩", "亿立方米", "GW", "%"} <= set(PRINTED)
    assert len(MULTIPLES) > 8


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [("万千瓦", "10 MW"), ("亿千瓦时", "100000 MWh"), ("万吨标准煤", "10000 tce"), ("亿立方米", "100000000 m3"),
     ("GW", "1000 MW"), ("万辆", "10000 vehicles"), ("亿元", "100000000 CNY")],
)  # fmt: skip
def test_one_of_a_printed_unit(printed: str, canonical: str) -> None:
    base = BASE[PRINTED[printed]["dimension"]]
    assert f"{float(PRINTED[printed]['factor']):.0f} {base['unit']}" == canonical


def test_a_mu_is_a_fifteenth_of_a_hectare() -> None:
    assert float(UNITS["mu"]["factor"]) * 15 == pytest.approx(float(UNITS["ha"]["factor"]), rel=1e-14)


@settings(deadline=None)  # machines are shared
@given(some.sampled_from(sorted(PRINTED)), some.decimals(0, 10**9, places=4))
def test_the_exact_value_passes_and_another_does_not(staged, printed, number) -> None:  # type: ignore[no-untyped-def]
    unit = PRINTED[printed]
    canonical = BASE.get(unit["dimension"], unit)
    exact = Fraction(number) * Fraction(unit["factor"]) / Fraction(canonical["factor"])
    shown = f"{number:,f}"
    assert not refused(staged, printed, canonical["unit"], exact, shown)
    if exact:
        assert refused(staged, printed, canonical["unit"], exact * Fraction(1000001, 1000000), shown)
        assert refused(staged, printed, canonical["unit"], exact * 10, shown)
