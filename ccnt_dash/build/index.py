"""How does the database learn which terms each policy is found by, and how much each says of it?"""

from __future__ import annotations

import duckdb
import pandas as pd

from ccnt_dash.build.tables import SQL
from ccnt_dash.terms import RUN, worths

# A run is cut once, however often it occurs: what many texts share costs nothing more. An indicator is told once of a
# policy, however many targets it has on it.
RUNS = """
CREATE TEMP TABLE runs AS
WITH texts AS (
    FROM search_texts() WHERE field <> 'indicator'
    UNION ALL SELECT DISTINCT * FROM search_texts() WHERE field = 'indicator'
)
SELECT policy_no, field, run, count(*) AS times FROM (
    SELECT policy_no, field, unnest(regexp_extract_all(lower(strip_accents(text)), $run)) AS run FROM texts
) GROUP BY ALL
"""


def index(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill ``search_terms`` and ``postings`` from the texts of sql/search.sql."""
    connection.execute(RUNS, {"run": RUN})
    runs = [run for (run,) in connection.execute("SELECT DISTINCT run FROM runs ORDER BY run").fetchall()]
    cut = [(run, term, worth) for run in runs for term, worth in worths(run).items()]
    connection.register(
        "cuts", pd.DataFrame(cut, columns=["run", "term", "worth"]).astype({"run": "str", "term": "str"})
    )
    connection.execute((SQL / "postings.sql").read_text(encoding="utf-8"))
    connection.unregister("cuts")
