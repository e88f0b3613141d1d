-- The vocabularies: codes with their names in both languages, order, colours and definitions. See schema.sql.

CREATE TABLE region_kinds (
    region_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE levels (
    level VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    marker VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE regions (
    region VARCHAR PRIMARY KEY CHECK (regexp_matches(region, '^[1-8][0-9]{5}$')),
    parent VARCHAR, -- a region; DuckDB can't load rows that refer to their own table, checks.sql looks after it
    level VARCHAR NOT NULL REFERENCES levels (level),
    kind VARCHAR NOT NULL REFERENCES region_kinds (region_kind),
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    short_en VARCHAR NOT NULL, short_zh VARCHAR NOT NULL,
    small BOOLEAN NOT NULL, sort INTEGER NOT NULL,
    letters VARCHAR, tile_x INTEGER, tile_y INTEGER
);

CREATE TABLE region_aliases (
    alias VARCHAR PRIMARY KEY, region VARCHAR NOT NULL REFERENCES regions (region)
);

CREATE TABLE sectors (
    sector VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL,
    colour VARCHAR NOT NULL CHECK (regexp_matches(colour, '^#[0-9a-f]{6}$')), sort INTEGER NOT NULL
);

CREATE TABLE doc_types (
    doc_type VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE statuses (
    status VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE status_reasons (
    status_reason VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE target_kinds (
    target_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE comparators (
    comparator VARCHAR PRIMARY KEY, sign VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE strictness_levels (
    strictness VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE absence_reasons (
    reason VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE confidences (
    confidence VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE activity_kinds (
    activity_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE issuers (
    issuer VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    short_en VARCHAR NOT NULL, region VARCHAR NOT NULL REFERENCES regions (region), note VARCHAR
);

CREATE TABLE units (
    unit VARCHAR PRIMARY KEY, dimension VARCHAR NOT NULL, grouped BOOLEAN NOT NULL, factor DOUBLE NOT NULL CHECK (factor > 0),
    symbol_en VARCHAR NOT NULL, symbol_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL
);

CREATE TABLE printed_units (
    printed VARCHAR PRIMARY KEY, unit VARCHAR NOT NULL REFERENCES units (unit)
);

CREATE TABLE indicators (
    indicator VARCHAR PRIMARY KEY,
    sector VARCHAR NOT NULL REFERENCES sectors (sector),
    unit VARCHAR NOT NULL REFERENCES units (unit),
    display_unit VARCHAR NOT NULL REFERENCES units (unit),
    better VARCHAR NOT NULL CHECK (better IN ('more', 'less', 'none')),
    additive BOOLEAN NOT NULL,
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE series (
    target_indicator VARCHAR REFERENCES indicators (indicator),
    series_indicator VARCHAR REFERENCES indicators (indicator),
    comparable BOOLEAN NOT NULL, chained BOOLEAN NOT NULL, of_year BOOLEAN NOT NULL,
    note_en VARCHAR, note_zh VARCHAR,
    PRIMARY KEY (target_indicator, series_indicator)
);

CREATE TABLE never_mixed (
    indicator_a VARCHAR REFERENCES indicators (indicator),
    indicator_b VARCHAR REFERENCES indicators (indicator),
    reason_en VARCHAR NOT NULL, reason_zh VARCHAR NOT NULL,
    PRIMARY KEY (indicator_a, indicator_b)
);

CREATE TABLE topics (
    topic VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE progress_statuses (
    progress_status VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL,
    marker VARCHAR NOT NULL, colour VARCHAR NOT NULL CHECK (regexp_matches(colour, '^#[0-9a-f]{6}$')), sort INTEGER NOT NULL
);

CREATE TABLE progress_reasons (
    progress_reason VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE match_methods (
    match_method VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);

CREATE TABLE dictionary (
    table_name VARCHAR, column_name VARCHAR, description_en VARCHAR NOT NULL, description_zh VARCHAR NOT NULL,
    PRIMARY KEY (table_name, column_name)
);
