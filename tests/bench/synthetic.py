"""What would the data set look like with very many policies? Made of the shipped vocabularies and hashed choices."""

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
    (SELECT min(source_id) FROM sources) AS source_id, (SELECT min(confidence) FROM confidences) AS confidence;
CREATE TEMP TABLE by_sector AS
SELECT s.sector, list(struct_pack(indicator := i.indicator, unit := i.unit) ORDER BY i.sort, i.indicator)
                 FILTER (i.indicator IS NOT NULL) AS indicators
FROM sectors s LEFT JOIN indicators i USING (sector) GROUP BY s.sector;
"""

# One policy in fifty is national, a third of the others municipal.
POLICIES = """
INSERT INTO policies BY NAME
SELECT format('synthetic-{}', i) AS policy_id,
       format('Synthetic plan {} for the low-carbon development of the place', i) AS title_en,
       format('第{}号绿色低碳发展实施方案', i) AS title_zh, 'zh' AS title_original,
       format('What plan {} sets out: measures, dates and who is in charge of them.', i) AS summary_en,
       '提出重点任务、时间安排与责任分工。' AS summary_zh,
       region, r.level, one_of(c.doc_types, i, 'type') AS doc_type,
       format('{}-{:02d}-{:02d}', 2015 + roll(i, 'year', 10), 1 + roll(i, 'month', 12), 1 + roll(i, 'day', 28))
           AS published, c.status, c.status_reason, c.source_id, c.confidence
FROM (
    SELECT i, CASE WHEN roll(i, 'level', 50) = 0 THEN '100000'
                   WHEN roll(i, 'level', 3) = 0 THEN one_of(c.cities, i, 'city')
                   ELSE one_of(c.provinces, i, 'province') END AS region
    FROM range($policies) t(i), codes c
) JOIN regions r USING (region), codes c;
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
SELECT format('synthetic-{{}}.{{:02d}}', i, n) AS target_id, policy_id, region, sector,
       measured.indicator, one_of(c.kinds, row, 'kind') AS kind,
       format('Target {{}} of plan {{}} is to be reached by the end of the year.', n, i) AS statement_en,
       format('到年底实现第{{}}号方案的第{{}}项目标。', i, n) AS statement_zh,
       if(measured IS NULL, NULL, if(roll(row, 'sign', 4) = 0, '<=', '>=')) AS comparator,
       if(measured IS NULL, NULL, 5 + roll(row, 'value', 90)) AS value, measured.unit AS unit,
       if(measured IS NULL, NULL, (5 + roll(row, 'value', 90))::VARCHAR) AS value_source,
       if(measured IS NULL, NULL, 'as printed') AS unit_source,
       one_of([2025, 2026, 2027, 2028, 2030, 2032, 2035, 2040, 2060, NULL], row, 'due') AS target_year,
       one_of(c.strictness, row, 'strictness') AS strictness,
       format('the phrase of target {{}} in plan {{}}', n, i) AS quote, 'en' AS quote_lang, c.source_id, c.confidence
FROM (
    SELECT i, n, i * {TARGETS_EACH} + n AS row, format('synthetic-{{}}', i) AS policy_id, s.sector,
           if(roll(i * {TARGETS_EACH} + n, 'milestone', 10) = 0, NULL,
              one_of(s.indicators, i * {TARGETS_EACH} + n, 'indicator')) AS measured
    FROM range($policies) t(i), range({TARGETS_EACH}) u(n), codes c
    JOIN by_sector s ON s.sector = one_of(c.sectors, i, 'sector' || (n % 2))
) JOIN policies p USING (policy_id), codes c;
"""


def synthetic(shipped: Path, folder: Path, policies: int) -> Path:
    """A database of `policies` policies with ten targets each in `folder`, made once per size.

    Its vocabularies are those of `shipped`, its tables those of ccnt_dash/sql.
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
    connection.execute("DETACH shipped")
