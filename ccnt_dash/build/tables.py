"""Which tables does the database have, and what does each table and column mean?"""

from __future__ import annotations

from pathlib import Path

import duckdb

SQL = Path(__file__).parent.parent / "sql"
# Tables (column "*") and columns with what the dictionary says of them; see the macro in model.sql.
MEANINGS = """
WITH things AS (
    SELECT table_name, '*' AS column_name, 'TABLE' AS kind FROM duckdb_tables() WHERE database_name = current_database()
    UNION ALL SELECT table_name, column_name, 'COLUMN' FROM duckdb_columns()
    WHERE database_name = current_database() AND NOT internal
)
SELECT table_name, column_name, kind, meaning_of(table_name, column_name).en FROM things ORDER BY ALL
"""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of sql/schema*.sql, empty, with their rules."""
    for name in ("schema_vocabularies.sql", "schema.sql"):
        connection.execute((SQL / name).read_text(encoding="utf-8"))


def describe(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Make the lines of the table ``dictionary`` comments of tables and columns; what has no line is returned."""
    lost = []
    for table, column, kind, meaning in connection.execute(MEANINGS).fetchall():
        thing = f'"{table}"' if kind == "TABLE" else f'"{table}"."{column}"'
        if meaning is None:
            lost.append(table if kind == "TABLE" else f"{table}.{column}")
            continue
        quoted = meaning.replace("'", "''")
        connection.execute(f"COMMENT ON {kind} {thing} IS '{quoted}'")  # DuckDB binds no values here
    return lost
