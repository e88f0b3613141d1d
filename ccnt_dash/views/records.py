"""Which records do the reader's choices hold, with every column that is kept of them?"""

from __future__ import annotations

from ccnt_dash.views.base import CHOICES, View

POLICIES = View(
    "all_policies",
    f"""
SELECT p.policy_id AS key, p.*, f.sector_list AS sectors, i.issuers, f.targets
FROM matching_policies({CHOICES}) f JOIN policies p USING (policy_id)
LEFT JOIN (SELECT policy_id, list(issuer ORDER BY issuer) AS issuers FROM policy_issuers GROUP BY ALL) i
       USING (policy_id)
ORDER BY p.published DESC NULLS LAST, p.policy_id
""",
    lambda rows, *_: rows,
)
TARGETS = View(
    "all_targets",
    f"""
SELECT t.target_id AS key, t.*, g.progress_status, p.title_en, p.title_zh, p.published
FROM matching_targets({CHOICES}) f JOIN targets t USING (target_id)
JOIN policies p ON p.policy_id = t.policy_id LEFT JOIN progress g ON g.target_id = t.target_id
WHERE $indicator IS NULL OR t.indicator = $indicator
ORDER BY p.published DESC NULLS LAST, t.target_id
""",
    lambda rows, *_: rows,
)
OBSERVATIONS = View(
    "all_observations",
    """
SELECT concat_ws('/', o.region, o.indicator, o.year, o.source_id) AS key, o.*
FROM observations o JOIN regions r USING (region) JOIN indicators i USING (indicator)
WHERE within(o.region, city_of(o.region, r.parent), province_of(o.region), $regions)
  AND picked(i.sector, $sectors) AND picked(o.year, $years)
  AND ($indicator IS NULL OR o.indicator = $indicator)
  AND ($since IS NULL OR o.year >= $since) AND ($until IS NULL OR o.year <= $until)
ORDER BY r.sort, o.region, i.sort, o.indicator, o.year, o.source_id
""",
    lambda rows, *_: rows,
)
REGIONS = View(
    "all_regions",
    """
SELECT region AS key, r.* FROM regions r
WHERE within(region, city_of(region, parent), province_of(region), $regions) AND picked(level, $levels)
ORDER BY sort, region
""",
    lambda rows, *_: rows,
)
SOURCES = View("all_sources", "SELECT source_id AS key, * FROM sources ORDER BY source_id", lambda rows, *_: rows)

TABLES = (POLICIES, TARGETS, OBSERVATIONS, REGIONS, SOURCES)
