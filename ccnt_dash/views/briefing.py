"""What is there to report of a period: documents with their targets, news and reports, figures, what fell due?

A period is two months. A date that is known to the year only may lie in any of its months; see the macro `may_be_in`.
"""

from __future__ import annotations

from ccnt_dash.views.base import View

# A briefing is read, not searched: more documents, figures and due targets than these are counted, not told.
MOST_DOCUMENTS, MOST_VALUES, MOST_DUE = 160, 10, 10

DOCUMENTS = View(
    "brief_documents",
    f"""
WITH hits AS MATERIALIZED (
    SELECT f.*, p.summary_en, p.summary_zh,
           row_number() OVER (ORDER BY l.sort, f.targets DESC, f.published DESC NULLS LAST, f.policy_id) AS turn,
           count(*) OVER () AS total
    FROM policy_facts f JOIN policies p USING (policy_id) JOIN levels l ON l.level = f.level
    WHERE within(f.region, f.city, f.province, $regions)
      AND ($sectors IS NULL OR list_has_any(f.sector_list, $sectors))
      AND may_be_in(f.published, f.source_id, $start, $end)
), first AS (
    -- The earliest target that is known of a place on an indicator, if the date of its document is.
    SELECT target_id FROM target_facts WHERE shown IS NOT NULL AND kind = 'target'
    QUALIFY rank() OVER (PARTITION BY region, indicator ORDER BY coalesce(published, '')) = 1 AND published IS NOT NULL
), promised AS (
    SELECT f.policy_id, list(struct_pack(
        f.target_id, f.sector, f.kind, f.statement_en, f.statement_zh, f.indicator, f.target_year, f.region,
        t.quote, t.quote_lang, is_first := f.target_id IN (FROM first)
    ) ORDER BY f.target_year IS NOT NULL, f.target_year, f.target_id) AS targets
    FROM target_facts f JOIN targets t USING (target_id)
    WHERE f.policy_id IN (SELECT policy_id FROM hits) GROUP BY ALL
), issued AS (
    -- Two codes stand for bodies that the source does not name.
    SELECT policy_id, list(issuer ORDER BY issuer) FILTER (issuer NOT IN ('others', 'not-stated')) AS issuers,
           bool_or(issuer = 'others') AS further
    FROM policy_issuers
    WHERE policy_id IN (SELECT policy_id FROM hits) GROUP BY ALL
)
SELECT h.policy_id AS key, h.region, h.level, h.doc_type, h.published, h.title_en, h.title_zh, h.title_stem,
       h.summary_en, h.summary_zh, h.source_id, h.sector_list, h.total,
       i.issuers, i.further, p.targets, h.doc_type IN ('action', 'other') AS unnamed
FROM hits h LEFT JOIN promised p USING (policy_id) LEFT JOIN issued i USING (policy_id)
WHERE turn <= {MOST_DOCUMENTS} ORDER BY turn
""",
    lambda rows, *_: rows,
)

ACTIVITIES = View(
    "brief_activities",
    """
WITH places AS (
    SELECT activity_id, list(region ORDER BY region) AS regions FROM activity_regions GROUP BY ALL
)
SELECT a.activity_id AS key, a.kind, a.title_en, a.title_zh, a.summary_en, a.summary_zh, a.region, a.date, a.publisher,
       a.topics, a.url, a.quote, a.quote_lang, a.source_id, p.regions
FROM activities a JOIN activity_kinds k ON k.activity_kind = a.kind JOIN regions r USING (region)
LEFT JOIN places p USING (activity_id)
WHERE may_be_in(a.date, a.source_id, $start, $end)
  AND ($sectors IS NULL OR list_has_any(string_split(a.topics, ';'), $sectors))
  AND ($regions IS NULL OR within(a.region, city_of(a.region, r.parent), province_of(a.region), $regions)
       OR list_has_any(p.regions, $regions))
ORDER BY k.sort DESC, a.date DESC NULLS LAST, a.activity_id
""",
    lambda rows, *_: rows,
)

# The newest figures that may be set against targets, of the last whole year before the end of the period.
VALUES = View(
    "brief_values",
    f"""
WITH known AS (
    SELECT o.region, o.indicator, o.year, arg_min(o.value, o.source_id) AS value, min(o.source_id) AS source_id,
           arg_min(basis_of(s.self_reported, o.is_estimate), o.source_id) AS basis
    FROM observations o JOIN indicators i USING (indicator) JOIN sources s USING (source_id)
    WHERE o.indicator IN (SELECT series_indicator FROM series WHERE comparable AND NOT chained)
      AND ($regions IS NULL AND o.region = '100000' OR list_contains($regions, o.region))
      AND picked(i.sector, $sectors) AND o.base_year IS NULL
      AND ($end IS NULL OR o.year < left($end, 4)::INTEGER)
    GROUP BY ALL
), newest AS (
    SELECT * FROM known WHERE $end IS NULL OR year = left($end, 4)::INTEGER - 1
    QUALIFY row_number() OVER (PARTITION BY region, indicator ORDER BY year DESC) = 1
)
SELECT n.indicator || '/' || n.region || '/' || n.year || '/' || n.source_id AS key, n.region, n.indicator, n.year,
       n.value * u.factor / d.factor AS shown, b.value * u.factor / d.factor AS before, i.display_unit AS shown_unit,
       n.basis, n.source_id
FROM newest n JOIN indicators i USING (indicator) JOIN units u ON u.unit = i.unit
JOIN units d ON d.unit = i.display_unit
LEFT JOIN known b ON b.region = n.region AND b.indicator = n.indicator AND b.year = n.year - 1
                 AND b.source_id = n.source_id
ORDER BY i.better = 'none', i.sort, n.indicator, n.region LIMIT {MOST_VALUES}
""",
    lambda rows, *_: rows,
)

# Targets whose year ends within the years of the period, how many in each state, and those whose result is known.
DUE = View(
    "brief_due",
    f"""
WITH hits AS (
    SELECT f.*, g.* EXCLUDE (target_id), c.sort AS state_sort, r.sort AS region_sort, l.sort AS level_sort
    FROM target_facts f JOIN progress g USING (target_id) JOIN progress_statuses c USING (progress_status)
    JOIN regions r ON r.region = f.region JOIN levels l ON l.level = f.level
    WHERE within(f.region, f.city, f.province, $regions) AND picked(f.sector, $sectors) AND f.standing <> 'earlier'
      AND ($start IS NULL OR f.target_year >= left($start, 4)::INTEGER)
      AND ($end IS NULL OR f.target_year <= left($end, 4)::INTEGER)
), counted AS (
    SELECT count(*) AS due, count(*) FILTER (progress_status = 'achieved') AS achieved,
           count(*) FILTER (progress_status = 'missed') AS missed FROM hits
)
SELECT h.target_id AS key, h.policy_id, h.region, h.indicator, h.target_year, h.comparator, h.base_year, h.shown,
       h.shown_high, h.shown_aspired, h.shown_unit, h.progress_status, h.progress_reason, h.basis, h.first_year,
       h.first_value, h.last_year, h.last_value, h.last_source, h.observed_rate, h.required_rate,
       u.factor / d.factor AS factor, n.*
FROM counted n LEFT JOIN (
    FROM hits WHERE last_value IS NOT NULL AND progress_status IN ('achieved', 'missed')
    ORDER BY target_year DESC, level_sort, state_sort, region_sort, target_id LIMIT {MOST_DUE}
) h ON true
LEFT JOIN indicators i ON i.indicator = h.indicator LEFT JOIN units u ON u.unit = i.unit
LEFT JOIN units d ON d.unit = i.display_unit
ORDER BY h.target_year DESC, h.level_sort, h.state_sort, h.region_sort, h.target_id
""",
    lambda rows, *_: rows,
)

ISSUES = View(
    "issues",
    """
SELECT issue AS key, issue, title_en, title_zh, starts, ends, regions, sectors, published,
       (SELECT count(*) FROM briefings b WHERE b.issue = i.issue AND state <> 'dropped') AS items
FROM issues i ORDER BY published DESC, ends DESC, issue
""",
    lambda rows, *_: rows,
)
ITEMS = View(
    "briefings",
    "SELECT issue || '/' || record AS key, * FROM briefings ORDER BY issue, section, place, record",
    lambda rows, *_: rows,
)

BRIEFING = (DOCUMENTS, ACTIVITIES, VALUES, DUE, ISSUES, ITEMS)
