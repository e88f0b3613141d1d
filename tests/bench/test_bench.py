"""Is what the bench compares comparable? Synthetic data answer all views, the plain application counts the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS
from tests.bench.plain import by_province, create, read
from tests.bench.report import Measured, printed, written
from tests.bench.run import ACTS
from tests.bench.searching import GOAL, HEADING, QUERIES, Found, asked, placed, section
from tests.bench.searching import Measured as Searched
from tests.bench.synthetic import TARGETS_EACH, synthetic

POLICIES = 200
SELECTIONS = range(3)
CPU = (".page_cpu", ".server_cpu")


@pytest.fixture(scope="module")
def small(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic data set of a size that is made at once."""
    return synthetic(store.path, tmp_path_factory.mktemp("synthetic"), POLICIES)


@pytest.fixture(scope="module")
def large(small: Path) -> Answers:
    """Answers from it."""
    return Answers(Store(small), ROOT / "assets")


def _selection(number: int, answers: Answers) -> tuple[list[str], list[int]]:
    dice = random.Random(number)
    years = [row["key"] for row in answers.rows(VIEWS["years"], Filters())]
    return sorted(dice.sample(sorted(answers.vocabulary()["sectors"]), 2)), sorted(dice.sample(years, number))


def test_synthetic_is_made_once(small: Path, store: Store) -> None:
    made = small.stat().st_mtime_ns
    assert synthetic(store.path, small.parent, POLICIES).stat().st_mtime_ns == made


def test_synthetic_has_its_size(large: Answers) -> None:
    numbers = large.numbers(Filters())
    assert (numbers["policies"], numbers["targets"]) == (POLICIES, POLICIES * TARGETS_EACH)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(regions=("340000",)), Filters(metric="value"), Filters(policies=("synthetic-1",))],
    ids=str,
)
def test_every_view_answers(view: object, filters: Filters, large: Answers) -> None:
    if view is not VIEWS["policy"] or filters.policies:
        assert large.rows(view, filters) is not None
        assert large.drawn(view, filters) is not None


@pytest.mark.parametrize("number", SELECTIONS)
def test_plain_counts_the_same_policies(number: int, large: Answers, small: Path) -> None:
    sectors, years = _selection(number, large)
    plain = by_province(read(small), sectors, years)
    ours = large.rows(VIEWS["map"], Filters(sectors=tuple(sectors), years=tuple(years)))
    assert {row["key"]: row["policies"] for row in ours if row["policies"]} == plain.to_dict()


@pytest.mark.parametrize("number", SELECTIONS)
def test_plain_counts_the_same_targets(number: int, large: Answers, small: Path) -> None:
    sectors, years = _selection(number, large)
    region = random.Random(number).choice([row["key"] for row in large.rows(VIEWS["map"], Filters()) if row["targets"]])
    plain = read(small).chosen_targets([region], sectors, years)
    assert large.numbers(Filters(regions=(region,), sectors=tuple(sectors), years=tuple(years)))["targets"] == len(
        plain
    )


PLAIN = ("map.figure", "sectors.figure", "timeline.figure", "compare.figure", "grid.rowData")
CLICKS = ({"location": "340000"}, {"customdata": "energy"}, {"customdata": 2030})


def test_plain_has_a_callback_for_each_view(small: Path) -> None:
    assert tuple(create(small).callback_map) == PLAIN


@pytest.mark.parametrize("output", PLAIN)
@pytest.mark.parametrize("clicked", [(), CLICKS], ids=["nothing", "everything"])
def test_plain_answers(output: str, clicked: tuple[dict[str, str], ...], small: Path) -> None:
    values = [{"points": [point]} for point in clicked] or [None] * len(CLICKS)
    assert create(small).callback_map[output]["callback"].__wrapped__(*values) is not None


def _measured(ratio: float) -> Measured:
    names = {"ours÷bare", "ours÷plain", "bare", "bare.page_cpu", "sql", "answer", "bare.graph-map"}
    names |= {
        f"{kind}.{click}{what}"
        for kind in ("ours", "plain")
        for click in ("province", "sector")
        for what in ("", ".kb", ".requests", ".before", ".server", ".table", ".charts", *CPU)
    }
    names |= {f"load.{kind}.{what}" for kind in ("ours", "plain") for what in ("ms", "kb", "requests")}
    names |= {f"{page}{what}" for page in ACTS for what in ("", ".kb", ".bare", "÷bare")}
    figures = dict.fromkeys(names, 0.1)
    return Measured({"shipped": figures, "synthetic": {**figures, "ours÷bare": ratio}}, 2.0, POLICIES, "1", 9, 7)


def test_a_missed_goal_is_said_and_explained() -> None:
    assert "| 0.10 | 1.90 | ≤ 1.8 | no |" in printed(_measured(1.9))
    assert "**missed** on synthetic, 1.90 instead of 1.80. Of" in written(_measured(1.9))


def test_a_goal_met_is_said() -> None:
    assert "| 0.10 | 1.80 | ≤ 1.8 | yes |" in printed(_measured(1.8))
    assert "missed" not in written(_measured(1.8))


def test_every_kind_of_search_is_measured(small: Path) -> None:
    told = section(asked(Settings(), small, POLICIES))
    assert all(f"| {query.text} | {query.kind} |" in told for query in QUERIES)


@pytest.mark.parametrize(("ratio", "said"), [(GOAL, "met by all"), (2 * GOAL, "missed by plan (0.20)")])
def test_a_slow_search_is_said(ratio: float, said: str) -> None:
    ms = {"ids": ratio, "like": 1.0, "contains": 1.0, "page": 1.0, "counts": 1.0}
    told = section(Searched(POLICIES, [Found(QUERIES[0], 3, ms)], {"page": 1.0, "counts": 1.0}, 5, 4))
    assert said in told
    assert "took 5 s" in told


@pytest.mark.parametrize("after", ["", "\n## Next\n\nMore.\n"])
def test_the_section_of_the_search_takes_its_place(after: str) -> None:
    old, new = f"{HEADING}\n\nOld.\n", f"{HEADING}\n\nNew.\n"
    assert placed(f"# Title\n\n{old}{after}", new) == f"# Title\n\n{new}{after}"
    assert placed("# Title\n", new) == f"# Title\n\n{new}"
