"""How much is there in this selection?"""

from __future__ import annotations

import pandas as pd

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View

SQL = """
WITH p AS (
    FROM matching_policies(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
), t AS (
    FROM matching_targets(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
)
SELECT (SELECT count(*) FROM p) AS policies, (SELECT count(*) FROM t) AS targets, (SELECT count(DISTINCT policy_id) FROM t) AS with_targets,
       (SELECT count(DISTINCT province) FROM p WHERE province <> '100000') AS provinces,
       (SELECT min(year) FROM p) AS first_year, (SELECT max(year) FROM p) AS last_year
"""


def draw(rows: pd.DataFrame, words: Words, look: Look) -> list[dict[str, str]]:
    """The counter strip: number and what it counts."""
    row = rows.iloc[0]
    counters = [{"number": words.number(int(row[name])), "label": words(f"counter.{name}")} for name in ("policies", "targets", "provinces")]
    years = "–".join(str(int(year)) for year in dict.fromkeys((row["first_year"], row["last_year"])) if not pd.isna(year)) or "–"
    return [*counters, {"number": years, "label": words("counter.published")}]


VIEW = View("numbers", SQL, draw)
