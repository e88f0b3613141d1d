"""How fast is the full-text search of very many policies, beside a plain scan of the same texts?"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS
from ccnt_dash.views.facets import FACETS
from tests.bench.synthetic import TARGETS_EACH, synthetic

ROUNDS = 5
HEADING = "## Full-text search"
# At most this share of what the plain scan takes.
GOAL = 0.1
LIKE = """
SELECT list(policy_no) AS ids FROM policy_facts
WHERE len(list_filter($words, lambda word: NOT haystack ILIKE '%' || word || '%')) = 0
"""
CONTAINS = """
SELECT list(policy_no) AS ids FROM policy_facts
WHERE len(list_filter($words, lambda word: NOT contains(haystack, word))) = 0
"""
IDS = """
SELECT list(policy_no ORDER BY score DESC, policy_no) AS ids
FROM weighed($search.said) WHERE is_found(policy_no, $search)
"""


@dataclass(frozen=True)
class Query:
    """What is searched for, of which kind it is, and the words that a plain scan looks for instead."""

    kind: str
    text: str
    words: tuple[str, ...]


QUERIES = (
    Query("frequent word", "plan", ("plan",)),
    Query("rare word", "sponge", ("sponge",)),
    Query("two words", "wind power", ("wind", "power")),
    Query("phrase", '"carbon peaking"', ("carbon peaking",)),
    Query("beginning of words", "hydro*", ("hydro",)),
    Query("no hit", "unicorn", ("unicorn",)),
    Query("Chinese word", "储能", ("储能",)),
    Query("long Chinese word", "新型储能", ("新型储能",)),
    Query("two Chinese words", "碳达峰 上海", ("碳达峰", "上海")),
    Query("Chinese phrase", "“适应气候变化”", ("适应气候变化",)),
    Query("not in the dictionary", "能源法", ("能源法",)),
    Query("one sign", "煤", ("煤",)),
    Query("no hit, Chinese", "核聚变", ("核聚变",)),
)


@dataclass(frozen=True)
class Found:
    """What one question takes: ms at best of all rounds, and how many policies were found."""

    query: Query
    hits: int
    ms: dict[str, float]


@dataclass(frozen=True)
class Measured:
    """All questions on one data set, what the same page takes without a search, and how the data set was made."""

    policies: int
    found: Sequence[Found]
    plain: dict[str, float]
    seconds: float
    cpu: float


def bench_search(settings: Settings, policies: int, report: Path | None) -> int:
    """Measure the search alone, print its section and, with `report`, put it in its place there."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shipped = build(settings.data, folder / "shipped.duckdb", settings.geometry).database
        told = section(searched(settings, shipped, folder, policies))
    print(told)
    if report:
        written = report.read_text(encoding="utf-8") if report.exists() else ""
        report.write_text(placed(written, told), encoding="utf-8")
    return 0


def searched(settings: Settings, shipped: Path, folder: Path, policies: int) -> Measured:
    """Make the synthetic data set in `folder` and ask it every question, turn by turn."""
    clock, cpu = time.perf_counter(), time.process_time()
    database = synthetic(shipped, folder, policies)
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    return asked(settings, database, policies, clock, cpu)


def asked(settings: Settings, database: Path, policies: int, seconds: float = 0, cpu: float = 0) -> Measured:
    """Ask the synthetic data set in `database` every question, turn by turn, each time with nothing remembered."""
    store = Store(database, settings.threads)
    best: list[dict[str, float]] = [{} for _ in QUERIES]
    plain: dict[str, float] = {}
    for _ in range(ROUNDS):
        for query, so_far in zip(QUERIES, best, strict=True):
            _keep(so_far, _ways(store, settings, Filters(search=query.text), query.words))
        _keep(plain, _views(store, settings, Filters()))
    return Measured(
        policies, [_hits(store, settings, *each) for each in zip(QUERIES, best, strict=True)], plain, seconds, cpu
    )


def _keep(best: dict[str, float], ways: dict[str, Callable[[], object]]) -> None:
    for name, way in ways.items():
        start = time.perf_counter()
        way()
        best[name] = min(best.get(name, float("inf")), (time.perf_counter() - start) * 1000)


def _ways(store: Store, settings: Settings, filters: Filters, words: Sequence[str]) -> dict[str, Callable[[], object]]:
    bound = {"words": list(words)}
    return {
        "like": lambda: store.rows(LIKE, bound),
        "contains": lambda: store.rows(CONTAINS, bound),
        "ids": lambda: _ids(store, settings, filters),
        **_views(store, settings, filters),
    }


def _views(store: Store, settings: Settings, filters: Filters) -> dict[str, Callable[[], object]]:
    counts = (*FACETS, VIEWS["numbers"])
    return {
        "page": lambda: Answers(store, settings.assets).rows(VIEWS["table"], filters),
        "counts": lambda: Answers(store, settings.assets).prepare(counts, filters),
    }


def _ids(store: Store, settings: Settings, filters: Filters) -> list[int]:
    search = Answers(store, settings.assets).searched(filters.search)
    return list(store.rows(IDS, {"search": search})[0]["ids"] or ())


def _hits(store: Store, settings: Settings, query: Query, ms: dict[str, float]) -> Found:
    return Found(query, len(_ids(store, settings, Filters(search=query.text))), ms)


METHOD = """{heading}

Written by `python -m ccnt_dash bench --only search --report docs/performance.md` on {date}, DuckDB {duckdb}.

{policies:,} synthetic policies with {each} targets each; their titles, summaries, statements and quotes are those of
the shipped data set, so that words are as frequent as in real documents. Each figure is the best of {rounds} rounds,
taken turn by turn in one process with nothing remembered; load average {load:.1f} on {cores} cores. **Read the
ratios**: they hold where the machine is slower or shared, the milliseconds don't.

- *ids*: the numbers of all policies found, best first. *÷ ILIKE*, *÷ contains*: beside the numbers, unranked, from a
  plain scan of the same texts, without and with regard to case (the texts are kept in lower case for it). A scan
  finds other policies: parts of words, and no other forms of a word.
- *first page*: the table's 25 rows with the reasons why each was found. *counts*: numbers and all facets together,
  asked side by side as a page does; both include the search. Without a search they take {page:.0f} and
  {counts:.0f} ms.
"""


def section(measured: Measured) -> str:
    """The section of the report."""
    told = METHOD.format(
        heading=HEADING,
        date=datetime.now(UTC).date(),
        duckdb=version("duckdb"),
        policies=measured.policies,
        each=TARGETS_EACH,
        rounds=ROUNDS,
        load=os.getloadavg()[2],
        cores=os.cpu_count(),
        **measured.plain,
    )
    return "\n".join([told, *_table(measured.found), "", *_meaning(measured)]) + "\n"


def _table(found: Sequence[Found]) -> list[str]:
    heads = ["search", "", "hits", "ids", "÷ ILIKE", "÷ contains", "first page", "counts"]
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(_row(each) for each in found)]


def _row(each: Found) -> str:
    ms = each.ms
    ratios = [f"{ms['ids'] / ms[scan]:.3f}" for scan in ("like", "contains")]
    times = [f"{ms[name]:.0f} ms" for name in ("ids", "page", "counts")]
    cells = [each.query.text, each.query.kind, f"{each.hits:,}", times[0], *ratios, *times[1:]]
    return f"| {' | '.join(cells)} |"


def _meaning(measured: Measured) -> list[str]:
    slow = [each for each in measured.found if each.ms["ids"] / each.ms["like"] > GOAL]
    named = ", ".join(f"{each.query.text} ({each.ms['ids'] / each.ms['like']:.2f})" for each in slow)
    ranks = sorted(each.ms["ids"] for each in measured.found)
    told = f"Half of the searches take at most {ranks[len(ranks) // 2]:.0f} ms, the slowest {ranks[-1]:.0f} ms. "
    told += f"Goal, at most {GOAL:g} of the plain scan: " + (f"missed by {named}." if slow else "met by all.")
    if not measured.seconds:
        return [told]
    return [told, "", f"Making this database took {measured.seconds:.0f} s, {measured.cpu:.0f} s of processor time."]


def placed(report: str, told: str) -> str:
    """`report` with the section that begins as `told` does replaced, or put at its end."""
    heading = told.partition("\n")[0]
    before, _, rest = report.partition(f"{heading}\n")
    after = rest.partition("\n## ")[2]
    return before.rstrip() + "\n\n" + told + (f"\n## {after}" if after else "")
