"""What is the data set made of, where does it come from, and how good is it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Draw, Rows, View

Records = list[dict[str, Any]]


def _told(make: Callable[[Rows, Words], Any]) -> Draw:
    """A drawing that has words and no look."""

    def draw(rows: Rows, words: Words, look: Look) -> Any:
        return make(rows, words)

    return draw


AS_FOUND = _told(lambda rows, _: rows)

QUALITY = View(
    "quality",
    """
SELECT 'data' AS key,
       (SELECT max(accessed) FROM sources) AS collected,
       (SELECT count(*) FROM policies) AS policies, (SELECT count(*) FROM targets) AS targets,
       (SELECT count(*) FROM observations) AS observations, (SELECT count(*) FROM sources) AS sources,
       (SELECT count(*) FROM policies WHERE url IS NOT NULL) AS linked_policies,
       (SELECT count(*) FROM policies WHERE length(published) = 10) AS dated_policies,
       (SELECT count(*) FROM policies WHERE confidence = 'high') AS sure_policies,
       (SELECT count(*) FROM targets WHERE quote IS NOT NULL) AS quoted_targets,
       (SELECT count(*) FROM targets JOIN policies USING (policy_id) WHERE url IS NOT NULL) AS linked_targets,
       (SELECT count(*) FROM targets WHERE confidence = 'high') AS sure_targets,
       (SELECT count(*) FROM observations WHERE is_estimate) AS estimated_observations,
       (SELECT count(*) FROM observations JOIN sources USING (source_id) WHERE rating = 'green') AS open_observations,
       (SELECT count(*) FROM complaints) AS complaints, (SELECT count(*) FROM corrections) AS corrections,
       (SELECT count(*) FROM jumps) AS jumps, (SELECT count(*) FROM reference_values) AS reference_values
""",
    _told(lambda rows, _: rows[0]),
)


def _coverage(rows: Rows, words: Words) -> Records:
    """A record per province and level, in the order of the regions: its name, and the policies of each sector."""
    counted: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows:
        counted.setdefault((row["key"], row["level"]), {})[row["sector"]] = row["policies"]
    places = [code for code, region in words.vocabulary["regions"].items() if region["level"] != "municipal"]
    found = []
    for place in places:
        own = [level for level in words.vocabulary["levels"] if (place, level) in counted]
        lowest = words.vocabulary["regions"][place]["level"]
        for level in own or [lowest]:
            sectors = counted.get((place, level), {})
            named = {"place": words.place(place), "level": words.name("levels", level)}
            found.append({"key": f"{place}-{level}", **named, **sectors})
    return found


COVERAGE = View(
    "coverage",
    """
SELECT f.province AS key, f.level, s.sector, count(*) AS policies, sum(f.targets)::BIGINT AS targets
FROM policy_facts f, unnest(f.sector_list) s(sector) GROUP BY ALL ORDER BY ALL
""",
    _told(_coverage),
)


def _series(rows: Rows, words: Words) -> Records:
    """A record per observed indicator: its name, sector, years, and the number of yearly values of each place."""
    by_indicator: dict[str, Rows] = {}
    for row in rows:
        by_indicator.setdefault(row["key"], []).append(row)
    return [
        {
            "key": code,
            "name": words.name("indicators", code),
            "sector": words.name("sectors", entry["sector"]),
            "years": _span(by_indicator[code]),
            **{row["region"]: row["years"] for row in by_indicator[code]},
        }
        for code, entry in words.vocabulary["indicators"].items()
        if code in by_indicator
    ]


SERIES = View(
    "series",
    """
SELECT indicator AS key, region, count(*) AS years, min(year) AS first, max(year) AS last,
       list(DISTINCT source_id ORDER BY source_id) AS source_ids
FROM observations JOIN regions USING (region) WHERE level <> 'municipal' GROUP BY ALL ORDER BY ALL
""",
    _told(_series),
)


def _span(rows: Rows) -> str:
    first, last = min(row["first"] for row in rows), max(row["last"] for row in rows)
    return str(first) if first == last else f"{first}–{last}"


SOURCES = View(
    "sources",
    """
WITH p AS (SELECT source_id, count(*) AS policies FROM (
        SELECT policy_id, source_id FROM policies UNION SELECT policy_id, source_id FROM policy_sources) GROUP BY ALL),
     t AS (SELECT source_id, count(*) AS targets FROM targets GROUP BY ALL),
     o AS (SELECT source_id, count(*) AS observations FROM observations GROUP BY ALL)
SELECT source_id AS key, s.publisher, s.title_en, s.title_zh, s.url, s.published, s.accessed, s.licence, s.rating,
       s.citation,
       coalesce(policies, 0) AS policies, coalesce(targets, 0) AS targets, coalesce(observations, 0) AS observations
FROM sources s LEFT JOIN p USING (source_id) LEFT JOIN t USING (source_id) LEFT JOIN o USING (source_id)
ORDER BY array_position(['green', 'amber', 'derived'], s.rating), policies + targets + observations DESC, source_id
""",
    _told(lambda rows, words: [{**row, "title": words.of(row, "title")} for row in rows]),
    tables=("sources",),
)


def _dictionary(rows: Rows, words: Words) -> Records:
    """A record per table and column, a table before its columns: names, type, meaning."""
    return [
        {
            "table": row["key"],
            "column": "" if row["column_name"] == "*" else row["column_name"],
            "type": words(f"column.type.{row['type'].lower()}") if row["type"] else "",
            "required": row["required"],
            "refers": row["refers"],
            "meaning": words.of(row, "meaning"),
        }
        for row in rows
    ]


DICTIONARY = View(
    "dictionary",
    """
WITH things AS (
    SELECT table_oid, table_name, -1 AS place, '*' AS column_name, '' AS type, false AS required, '' AS refers
    FROM duckdb_tables() WHERE database_name = 'ccnt'
    UNION ALL
    SELECT c.table_oid, c.table_name, c.column_index, c.column_name, c.data_type, NOT c.is_nullable,
           coalesce((SELECT max(k.referenced_table) FROM duckdb_constraints() k
                     WHERE k.database_name = 'ccnt' AND k.constraint_type = 'FOREIGN KEY'
                       AND k.table_name = c.table_name AND k.constraint_column_names = [c.column_name]), '')
    FROM duckdb_columns() c WHERE c.database_name = 'ccnt'
)
SELECT t.table_name AS key, t.column_name, t.type, t.required, t.refers,
       meaning_of(t.table_name, t.column_name).en AS meaning_en,
       meaning_of(t.table_name, t.column_name).zh AS meaning_zh
FROM things t
ORDER BY t.table_oid, t.place
""",
    _told(_dictionary),
    own=True,
)


COMPLAINTS = View(
    "complaints",
    "SELECT file AS key, * FROM complaints ORDER BY file, line",
    AS_FOUND,
    tables=("complaints",),
    own=True,
)
LEFT_OUT = View(
    "left_out",
    "SELECT entry_en AS key, * FROM left_out ORDER BY entries DESC",
    _told(
        lambda rows, words: [
            {"entry": words.of(row, "entry"), "entries": row["entries"], "reason": words.of(row, "reason")}
            for row in rows
        ]
    ),
    tables=("left_out",),
    own=True,
)
CORRECTIONS = View(
    "corrections",
    "SELECT key, file, column_name, was, now, reason_en FROM corrections ORDER BY ALL",
    AS_FOUND,
    tables=("corrections",),
    own=True,
)

ABOUT = (QUALITY, COVERAGE, SERIES, SOURCES, DICTIONARY, COMPLAINTS, LEFT_OUT, CORRECTIONS)
