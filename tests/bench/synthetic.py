"""What would the data set look like with very many policies? Shipped codes and texts, chosen by hashes."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ccnt_dash.build.index import index
from ccnt_dash.build.tables import SQL, create, describe
from ccnt_dash.store import SCHEMA_VERSION, STEADY

TARGETS_EACH = 10
FACTS = {
    "policies",
    "policy_sectors",
    "policy_issuers",
    "policy_sources",
    "policy_references",
    "targets",
    "observations",
    "absences",
    "activities",
    "activity_regions",
    "policy_relations",
    "jumps",
    "reference_values",
    "match_decisions",
    "corrections",
    "merges",
    "left_out",
    "complaints",
    "about",
}

# A choice is a hash of the row and of what is chosen: the same in every run, whatever else is added.
CHOICES = """
CREATE TEMP MACRO roll(row, salt, sides) AS (hash(row::VARCHAR || salt) % sides)::INTEGER;
CREATE TEMP MACRO one_of(codes, row, salt) AS codes[1 + roll(row, salt, len(codes))];
CREATE TEMP TABLE codes AS SELECT
    (SELECT list(region ORDER BY region) FROM regions WHERE level = 'provincial') AS provinces,
    (SELECT list(region ORDER BY region) FROM regions WHERE level = 'municipal') AS cities,
    (SELECT list(sector ORDER BY sort) FROM sectors) AS sectors,
    (SELECT list(doc_type ORDER BY sort) FROM doc_types) AS doc_types,
    (SELECT list(target_kind ORDER BY sort) FROM target_kinds) AS kinds,
    (SELECT list(strictness ORDER BY sort) FROM strictness_levels) AS strictness,
    (SELECT list(issuer ORDER BY issuer) FROM issuers) AS issuers,
    (SELECT min(status) FROM statuses) AS status, (SELECT min(status_reason) FROM status_reasons) AS status_reason,
    (SELECT count(*) FROM titles) AS titles, (SELECT count(*) FROM summaries) AS summaries,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT min(source_id) FROM sources) AS source_id, (SELECT min(confidence) FROM confidences) AS confidence;
CREATE TEMP TABLE by_sector AS
SELECT s.sector, list(struct_pack(indicator := i.indicator, unit := i.unit) ORDER BY i.sort, i.indicator)
                 FILTER (i.indicator IS NOT NULL) AS indicators
FROM sectors s LEFT JOIN indicators i USING (sector) GROUP BY s.sector;
"""

# What the shipped policies and targets say, numbered: words are then as frequent as in real documents, which a search
# depends on.
SAID = """
CREATE TEMP TABLE titles AS
SELECT row_number() OVER (ORDER BY policy_id) - 1 AS title_at, title_en, title_zh FROM shipped.policies;
CREATE TEMP TABLE summaries AS
SELECT row_number() OVER (ORDER BY policy_id) - 1 AS summary_at, summary_en, summary_zh FROM shipped.policies
WHERE summary_en IS NOT NULL AND summary_zh IS NOT NULL;
CREATE TEMP TABLE statements AS
SELECT row_number() OVER (ORDER BY target_id) - 1 AS statement_at, statement_en, statement_zh, quote, quote_lang
FROM shipped.targets;
"""

# One policy in fifty is national, a third of the others municipal. What is chosen is settled before anything is joined,
# so that lists of codes aren't copied.
POLICIES = """
INSERT INTO policies BY NAME
WITH made AS (
    SELECT i, format('synthetic-{}', i) AS policy_id,
           CASE WHEN roll(i, 'level', 50) = 0 THEN '100000'
                WHEN roll(i, 'level', 3) = 0 THEN one_of(c.cities, i, 'city')
                ELSE one_of(c.provinces, i, 'province') END AS region,
           one_of(c.doc_types, i, 'type') AS doc_type,
           format('{}-{:02d}-{:02d}', 2015 + roll(i, 'year', 10), 1 + roll(i, 'month', 12), 1 + roll(i, 'day', 28))
               AS published, c.status, c.status_reason, c.source_id, c.confidence,
           roll(i, 'title', c.titles) AS title_at, roll(i, 'summary', c.summaries) AS summary_at
    FROM range($policies) t(i), codes c
)
SELECT m.* EXCLUDE (i, title_at, summary_at), format('{} (no. {})', t.title_en, i) AS title_en,
       format('{}（第{}号）', t.title_zh, i) AS title_zh, 'zh' AS title_original, s.summary_en, s.summary_zh, r.level
FROM made m JOIN regions r USING (region)
JOIN titles t USING (title_at) JOIN summaries s USING (summary_at);
"""

LISTS = """
INSERT INTO policy_sectors
SELECT DISTINCT format('synthetic-{}', i), one_of(c.sectors, i, 'sector' || n)
FROM range($policies) t(i), range(2) u(n), codes c;
"""

ISSUERS = """
INSERT INTO policy_issuers
SELECT format('synthetic-{}', i), one_of(c.issuers, i, 'issuer') FROM range($policies) t(i), codes c;
"""

# A sector without indicators gets milestones; of the others one target in ten is one.
TARGETS = f"""
INSERT INTO targets BY NAME
WITH made AS (
    SELECT i * {TARGETS_EACH} + n AS row, format('synthetic-{{}}', i) AS policy_id,
           format('synthetic-{{}}.{{:02d}}', i, n) AS target_id, s.sector, one_of(c.kinds, row, 'kind') AS kind,
           one_of([2025, 2026, 2027, 2028, 2030, 2032, 2035, 2040, 2060, NULL], row, 'due') AS target_year,
           one_of(c.strictness, row, 'strictness') AS strictness, c.source_id, c.confidence,
           roll(row, 'statement', c.statements) AS statement_at,
           if(roll(row, 'milestone', 10) = 0, NULL, one_of(s.indicators, row, 'indicator')) AS measured
    FROM range($policies) t(i), range({TARGETS_EACH}) u(n), codes c
    JOIN by_sector s ON s.sector = one_of(c.sectors, i, 'sector' || (n % 2))
)
SELECT m.* EXCLUDE (row, measured, statement_at), p.region, measured.indicator, measured.unit,
       said.statement_en, said.statement_zh, said.quote, said.quote_lang,
       if(measured IS NULL, NULL, if(roll(row, 'sign', 4) = 0, '<=', '>=')) AS comparator,
       if(measured IS NULL, NULL, 5 + roll(row, 'value', 90)) AS value,
       if(measured IS NULL, NULL, (5 + roll(row, 'value', 90))::VARCHAR) AS value_source,
       if(measured IS NULL, NULL, 'as printed') AS unit_source
FROM made m JOIN policies p USING (policy_id)
JOIN statements said USING (statement_at);
"""


def synthetic(shipped: Path, folder: Path, policies: int) -> Path:
    """A database of `policies` policies with ten targets each in `folder`, made once per size.

    Its vocabularies and texts are those of `shipped`, its tables those of ccnt_dash/sql.
    """
    made = folder / f"synthetic-{policies}.duckdb"
    if made.exists():
        return made
    with duckdb.connect(str(made), config=STEADY) as connection:
        create(connection)
        found = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()
        _vocabularies(connection, shipped, [table for (table,) in found if table not in FACTS])
        connection.execute(CHOICES)
        for statement in (POLICIES, LISTS, ISSUERS, TARGETS):
            connection.execute(statement, {"policies": policies} if "$policies" in statement else None)
        for script in ("model.sql", "search.sql", "judge.sql"):
            connection.execute((SQL / script).read_text(encoding="utf-8"))
        index(connection)
        describe(connection)
        about = {"schema": SCHEMA_VERSION, "version": f"synthetic-{policies}", "warnings": "0"}
        connection.executemany("INSERT INTO about VALUES (?, ?)", list(about.items()))
        connection.execute("CHECKPOINT")
    return made


def _vocabularies(connection: duckdb.DuckDBPyConnection, shipped: Path, tables: list[str]) -> None:
    connection.execute("ATTACH ? AS shipped (READ_ONLY)", [str(shipped)])
    for table in tables:
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM shipped.{table} ORDER BY rowid")
    connection.execute(SAID)
    connection.execute("DETACH shipped")
