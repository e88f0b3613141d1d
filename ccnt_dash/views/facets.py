"""What can be chosen in each control, and how much would each choice find?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Draw, Rows, View
from ccnt_dash.views.measures import HITS, SUBJECT

Label = Callable[[Any, Words], str]


def _option(value: Any, label: str, n: int, chosen: bool) -> dict[str, Any]:
    return {"value": value, "label": label, "n": n, "chosen": chosen}


def _found(label: Label) -> Draw:
    """A drawing that makes an option {value, label, n, chosen} of each row."""

    def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
        return [_option(row["key"], label(row["key"], words), row["n"], row["chosen"]) for row in rows]

    return draw


def _all(table: str, form: str = "name", sparse: bool = False) -> Draw:
    """A drawing with an option for every code of a vocabulary, in its order, counted or not.

    Rows hold only codes that something was found for: joining the vocabulary in SQL took longer than
    counting. `sparse` leaves out places below the provinces that nothing was found for.
    """

    def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
        counted = {row["key"]: row for row in rows}
        codes = [
            code
            for code, entry in words.vocabulary[table].items()
            if code in counted or not (sparse and entry["level"] == "municipal")
        ]
        none = {"n": 0, "chosen": False}
        return [_option(code, words.name(table, code, form), *_count(counted.get(code, none))) for code in codes]

    return draw


def _count(row: dict[str, Any]) -> tuple[int, bool]:
    return row["n"], row["chosen"]


_plain = _found(lambda code, _: str(code))

REGIONS = View(
    "regions",
    """
WITH p AS (
    SELECT region, city, province
    FROM matching_policies(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
)
SELECT key, count(*) AS n
FROM (SELECT unnest(list_distinct([region, city, province])) AS key FROM p)
GROUP BY ALL ORDER BY key
""",
    _all("regions", "short", sparse=True),
    writes="regions",
)

LEVELS = View(
    "levels",
    """
SELECT level AS key, count(*) AS n
FROM matching_policies(
        regions := $regions, sectors := $sectors, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
GROUP BY ALL ORDER BY key
""",
    _all("levels"),
    writes="levels",
)

DOC_TYPES = View(
    "doc_types",
    """
SELECT doc_type AS key, count(*) AS n
FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
GROUP BY ALL ORDER BY key
""",
    _all("doc_types"),
    writes="doc_types",
)

KINDS = View(
    "kinds",
    """
SELECT kind AS key, count(*) AS n
FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
GROUP BY ALL ORDER BY key
""",
    _all("target_kinds"),
    writes="kinds",
)

YEARS = View(
    "years",
    """
SELECT target_year AS key, count(*) AS n
FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, since := $since, until := $until, search := $search, policies := $policies
    )
WHERE target_year IS NOT NULL
GROUP BY ALL ORDER BY key
""",
    _plain,
    writes="years",
)

SINCE = View(
    "since",
    """
SELECT year AS key, sum(count(*)) OVER (ORDER BY year DESC)::BIGINT AS n
FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, until := $until, search := $search, policies := $policies
    )
WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC
""",
    _plain,
    writes="since",
)

UNTIL = View(
    "until",
    """
SELECT year AS key, sum(count(*)) OVER (ORDER BY year)::BIGINT AS n
FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, search := $search, policies := $policies
    )
WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC
""",
    _plain,
    writes="until",
)

INDICATORS = View(
    "indicators",
    """
SELECT indicator AS key, count(*) AS n
FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search,
        policies := $policies
    )
WHERE shown IS NOT NULL
GROUP BY ALL ORDER BY key
""",
    _all("indicators"),
    writes="indicator",
    by_metric={"observed": "SELECT indicator AS key, max(places) AS n FROM observed_years GROUP BY ALL ORDER BY key"},
)

# A year of the map: for counts of policies and targets there is none to choose.
AT = View(
    "at",
    "SELECT NULL::INTEGER AS key, 0 AS n WHERE false",
    _plain,
    writes="at",
    by_metric={
        "value": f"""
WITH hits AS ({HITS}), {SUBJECT}
SELECT target_year AS key, count(DISTINCT region) AS n
FROM hits WHERE indicator = (FROM subject) AND target_year IS NOT NULL
GROUP BY ALL ORDER BY key
""",
        "observed": """
SELECT year AS key, places AS n FROM observed_years
WHERE indicator = if($indicator IN (SELECT indicator FROM observed_years), $indicator, leading_observed($sectors))
ORDER BY key
""",
    },
)

FACETS = (REGIONS, LEVELS, DOC_TYPES, KINDS, YEARS, SINCE, UNTIL, INDICATORS, AT)
