"""What has one place promised, which plans does it have, what is new there, and what is missing?

The place is the first of the chosen ones.
"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure

# Targets told per horizon, plans and news told at most, and how many places make an indicator common.
MOST_TARGETS, MOST_PLANS, MOST_NEWS, COMMON = 8, 12, 8, 5

# All that a place has set, and the first of them by horizon as its page tells them.
SET = """
WITH common AS (SELECT indicator, count(DISTINCT region) AS places FROM indicator_places GROUP BY ALL),
mine AS (
    SELECT f.policy_id AS key, f.target_id, f.indicator, f.target_year, f.shown, f.shown_high,
           f.shown_aspired, f.shown_unit, f.comparator, f.base_year, f.statement_en, f.statement_zh, p.progress_status,
           p.last_value * u.factor / d.factor AS seen,
           p.last_year, c.places, i.sort, t.source_id,
           CASE WHEN f.target_year <= 2025 THEN '2025' WHEN f.target_year <= 2030 THEN '2030'
                WHEN f.target_year IS NULL THEN 'open' ELSE 'later' END AS horizon
    FROM target_facts f JOIN targets t USING (target_id) JOIN progress p USING (target_id)
    JOIN indicators i ON i.indicator = f.indicator
    JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
    LEFT JOIN common c ON c.indicator = f.indicator
    WHERE f.region = $regions[1] AND f.kind = 'target' AND f.shown IS NOT NULL AND f.standing <> 'earlier'
)
SELECT *, count(*) OVER (PARTITION BY horizon) AS total FROM mine
"""
BY_HORIZON = "ORDER BY horizon = 'open', horizon, places DESC NULLS LAST, sort, target_id"
FIRST = f"""
QUALIFY row_number() OVER (
    PARTITION BY horizon ORDER BY places DESC NULLS LAST, sort, target_year DESC, target_id) <= {MOST_TARGETS}
"""
HEADLINES = View(
    "headlines",
    SET + FIRST + BY_HORIZON,
    lambda rows, words, _: [_headline(row, words) for row in rows],
    whole=SET + BY_HORIZON,
    tables=("target_facts", "progress"),
    of="regions",
)


def _headline(row: Row, words: Words) -> dict[str, Any]:
    seen = ""
    if row["seen"] is not None:
        seen = words("peers.seen", value=words.amount(row["seen"], row["shown_unit"]), year=row["last_year"])
    return {
        "policy": row["key"],
        "horizon": row["horizon"],
        "total": row["total"],
        "name": words.name("indicators", row["indicator"]),
        "indicator": row["indicator"],
        "value": words.commitment(row),
        "year": row["target_year"],
        "statement": words.of(row, "statement"),
        "state": row["progress_status"],
        "status": words.name("progress_statuses", row["progress_status"]),
        "seen": seen,
    }


IN_FORCE = """
SELECT p.policy_id AS key, p.title_en, p.title_zh, p.published, p.doc_type, p.period_start, p.period_end, f.targets,
       p.source_id, count(*) OVER () AS total
FROM policies p JOIN policy_facts f USING (policy_id)
WHERE p.region = $regions[1] AND p.status = 'in_force'
  AND p.doc_type IN ('law_regulation', 'plan', 'action_plan', 'implementation_plan', 'opinions')
ORDER BY f.targets DESC, p.published DESC NULLS LAST, p.policy_id
"""
PLANS = View(
    "plans",
    f"{IN_FORCE} LIMIT {MOST_PLANS}",
    lambda rows, words, _: [_document(row, words) for row in rows],
    whole=IN_FORCE,
    tables=("policies", "policy_facts"),
    of="regions",
)

DATED = """
WITH found AS (
    SELECT policy_id AS key, title_en, title_zh, published AS date, doc_type, NULL AS kind, NULL AS url, source_id
    FROM policies WHERE region = $regions[1]
    UNION ALL
    SELECT activity_id, title_en, title_zh, date, NULL, kind, url, source_id
    FROM activities WHERE region = $regions[1]
       OR activity_id IN (SELECT activity_id FROM activity_regions WHERE region = $regions[1])
)
FROM found WHERE date IS NOT NULL ORDER BY date DESC, key
"""
RECENT = View(
    "recent",
    f"{DATED} LIMIT {MOST_NEWS}",
    lambda rows, words, _: [_document({**row, "published": row["date"]}, words) for row in rows],
    whole=DATED,
    tables=("activities",),
    of="regions",
)


def _document(row: Row, words: Words) -> dict[str, Any]:
    ends = [str(row[name]) for name in ("period_start", "period_end") if row.get(name)]
    kind = words.name("activity_kinds", row["kind"]) if row.get("kind") else words.name("doc_types", row["doc_type"])
    return {
        "key": row["key"],
        "activity": bool(row.get("kind")),
        "url": row.get("url") or "",
        "title": words.of(row, "title"),
        "published": row["published"] or words("absent.date"),
        "kind": kind,
        "period": "–".join(dict.fromkeys(ends)),
        "targets": row.get("targets") or 0,
        "total": row.get("total"),
    }


MISSING = View(
    "missing",
    f"""
WITH place AS (SELECT region, kind, level FROM regions WHERE region = $regions[1]),
alike AS (SELECT region FROM regions SEMI JOIN place USING (kind)),
covered AS (SELECT DISTINCT unnest(sector_list) AS sector FROM policy_facts WHERE region = $regions[1]),
common AS (
    SELECT indicator, count(DISTINCT region) AS places FROM standing_targets
    WHERE region IN (FROM alike) AND region <> $regions[1] GROUP BY ALL HAVING count(DISTINCT region) >= {COMMON}
)
SELECT 'sector' AS what, sector AS key, NULL AS places, sort FROM sectors ANTI JOIN covered USING (sector)
WHERE EXISTS (FROM place)
UNION ALL
SELECT 'indicator', indicator, places, -places FROM common
WHERE indicator NOT IN (SELECT indicator FROM standing_targets WHERE region = $regions[1])
ORDER BY what DESC, sort, key
""",
    lambda rows, words, _: [
        {
            "what": row["what"],
            "key": row["key"],
            "name": words.name("sectors" if row["what"] == "sector" else "indicators", row["key"]),
            "places": row["places"],
        }
        for row in rows
    ],
    of="regions",
)

ORIGINS = View(
    "origins",
    """
SELECT source_id AS key, count(*) AS records FROM (
    SELECT source_id FROM policies WHERE region = $regions[1]
    UNION ALL SELECT source_id FROM targets WHERE region = $regions[1]
) GROUP BY ALL ORDER BY records DESC, key
""",
    lambda rows, *_: column(rows, "key"),
    of="regions",
)

CITIES = View(
    "cities",
    """
SELECT city AS key, count(*) AS n FROM policy_facts
WHERE province = $regions[1] AND city <> province GROUP BY ALL ORDER BY n DESC, key
""",
    lambda rows, words, _: [
        {"key": row["key"], "name": words.place(row["key"]), "told": words.counted("count.policies", row["n"])}
        for row in rows
    ],
    of="regions",
)


def _grid(rows: Rows, words: Words, look: Look) -> Figure:
    """Policies by sector and year, as shaded cells with their numbers."""
    title = {"title": words("calendar.title")}
    if not rows:
        return blank(words("calendar.empty"), look, title)
    years = sorted({row["year"] for row in rows})
    sectors = [code for code in words.vocabulary["sectors"] if any(row["key"] == code for row in rows)]
    counts = {(row["key"], row["year"]): row["policies"] for row in rows}
    shades = look.sequence(5)
    steps = len(shades) - 1
    names = [words.name("sectors", code) for code in sectors]
    cells = [[counts.get((code, year)) for year in years] for code in sectors]
    trace = {
        "type": "heatmap",
        "x": [str(year) for year in years],
        "y": names,
        "z": cells,
        "text": [[str(n or "") for n in line] for line in cells],
        "texttemplate": "%{text}",
        "colorscale": [[at / steps, shade] for at, shade in enumerate(shades)],
        "zmin": 0,
        "zmax": max(counts.values()) * 1.1,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hovertemplate": "%{y}, %{x}: %{z}<extra></extra>",
    }
    return figure(
        trace,
        meta=title,
        xaxis={"type": "category", "side": "top", "showgrid": False},
        yaxis={"autorange": "reversed", "showgrid": False},
        margin={"l": look.room(names), "r": 8, "t": 28, "b": 8},
    )


CALENDAR = View(
    "calendar",
    """
SELECT s.sector AS key, f.year, count(*) AS policies
FROM policy_facts f JOIN policy_sectors s USING (policy_id)
WHERE f.region = $regions[1] AND f.year IS NOT NULL GROUP BY ALL ORDER BY ALL
""",
    _grid,
    of="regions",
)

PROFILE: tuple[View, ...] = (HEADLINES, PLANS, RECENT, MISSING, ORIGINS, CITIES, CALENDAR)
