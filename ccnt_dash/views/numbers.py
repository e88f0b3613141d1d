"""How much is there in this selection?"""

from __future__ import annotations

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Rows, View

SQL = """
WITH p AS (
    SELECT count(*) AS policies, count(DISTINCT province) FILTER (province <> '100000') AS provinces,
           min(year) AS first_year, max(year) AS last_year
    FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search,
        policies := $policies
    )
), t AS (
    SELECT count(*) AS targets, count(DISTINCT policy_no) AS with_targets
    FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search,
        policies := $policies
    )
)
FROM p, t
"""


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, str]]:
    """The counter strip: number and what it counts."""
    row = rows[0]
    counters = [
        {"number": words.number(row[name]), "label": words(f"counter.{name}")}
        for name in ("policies", "targets", "provinces")
    ]
    years = "–".join(str(year) for year in dict.fromkeys((row["first_year"], row["last_year"])) if year) or "–"
    return [*counters, {"number": years, "label": words("counter.published")}]


VIEW = View("numbers", SQL, draw)
