"""What can be chosen in each control, and how much would each choice find?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Draw, View


def _options(label: Draw) -> Draw:
    """A drawing that makes an option per row, {value, label, n}; `label` names a code."""

    def draw(rows: pd.DataFrame, words: Words, look: Look) -> list[dict[str, Any]]:
        return [{"value": row.key, "label": label(row.key, words, look), "n": int(row.n), "chosen": bool(row.chosen)} for row in rows.itertuples()]

    return draw


def _named(table: str, form: str = "name") -> Draw:
    return _options(lambda code, words, _: words.name(table, code, form))


_plain = _options(lambda code, words, _: str(code))

REGIONS = View("regions", """
WITH p AS (
    FROM matching_policies(sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
), counted AS (
    SELECT province AS region, count(*) AS n FROM p GROUP BY ALL
    UNION ALL SELECT region, count(*) FROM p WHERE region <> province GROUP BY ALL
)
SELECT r.region AS key, coalesce(c.n, 0) AS n
FROM regions r LEFT JOIN counted c USING (region)
WHERE r.level <> 'municipal' OR r.region IN (SELECT region FROM policy_facts)
ORDER BY r.sort, r.region
""", _named("regions", "short"), writes="regions")

LEVELS = View("levels", """
SELECT l.level AS key, count(p.policy_id) AS n
FROM levels l LEFT JOIN matching_policies(regions := $regions, sectors := $sectors, doc_types := $doc_types, kinds := $kinds,
    years := $years, since := $since, until := $until, search := $search, policies := $policies) p USING (level)
GROUP BY l.level, l.sort ORDER BY l.sort
""", _named("levels"), writes="levels")

DOC_TYPES = View("doc_types", """
SELECT d.doc_type AS key, count(p.policy_id) AS n
FROM doc_types d LEFT JOIN matching_policies(regions := $regions, sectors := $sectors, levels := $levels, kinds := $kinds,
    years := $years, since := $since, until := $until, search := $search, policies := $policies) p USING (doc_type)
GROUP BY d.doc_type, d.sort ORDER BY d.sort
""", _named("doc_types"), writes="doc_types")

KINDS = View("kinds", """
SELECT k.target_kind AS key, count(t.target_id) AS n
FROM target_kinds k LEFT JOIN matching_targets(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
    years := $years, since := $since, until := $until, search := $search, policies := $policies) t ON t.kind = k.target_kind
GROUP BY k.target_kind, k.sort ORDER BY k.sort
""", _named("target_kinds"), writes="kinds")

YEARS = View("years", """
WITH n AS (
    SELECT target_year AS year, count(*) AS n
    FROM matching_targets(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         since := $since, until := $until, search := $search, policies := $policies)
    GROUP BY ALL
)
SELECT y.target_year AS key, coalesce(n.n, 0) AS n
FROM (SELECT DISTINCT target_year FROM target_facts WHERE target_year IS NOT NULL) y LEFT JOIN n ON n.year = y.target_year
ORDER BY key
""", _plain, writes="years")

SINCE = View("since", """
SELECT year AS key, sum(count(*)) OVER (ORDER BY year DESC)::BIGINT AS n
FROM matching_policies(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
     years := $years, until := $until, search := $search, policies := $policies)
WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC
""", _plain, writes="since")

UNTIL = View("until", """
SELECT year AS key, sum(count(*)) OVER (ORDER BY year)::BIGINT AS n
FROM matching_policies(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
     years := $years, since := $since, search := $search, policies := $policies)
WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC
""", _plain, writes="until")

INDICATORS = View("indicators", """
WITH n AS (
    SELECT indicator, count(*) AS n
    FROM matching_targets(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
    GROUP BY ALL
)
SELECT i.indicator AS key, coalesce(n.n, 0) AS n
FROM indicators i LEFT JOIN n USING (indicator)
WHERE i.indicator IN (SELECT indicator FROM shown_targets WHERE shown IS NOT NULL)
ORDER BY i.sort, i.indicator
""", _named("indicators"), writes="indicator")

AT = View("at", """
SELECT target_year AS key, count(DISTINCT region) AS n
FROM matching_targets(sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
     years := $years, since := $since, until := $until, search := $search, policies := $policies)
WHERE indicator = coalesce($indicator, leading_indicator($sectors)) AND target_year IS NOT NULL AND $metric = 'value'
GROUP BY ALL ORDER BY key
""", _plain, writes="at")

FACETS = (REGIONS, LEVELS, DOC_TYPES, KINDS, YEARS, SINCE, UNTIL, INDICATORS, AT)
