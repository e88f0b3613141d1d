-- What is stored: every table, its columns, their types and their rules; codes first (schema_vocabularies.sql). What each means, in both languages, is told
-- in data/vocab/dictionary.csv; the build makes comments of it and complains where a line is missing.
-- The build reads this catalogue to check the text files in data/ before a row is loaded.

-- Interface texts and sources ------------------------------------------------------------------------------------

CREATE TABLE sources (
    source_id VARCHAR PRIMARY KEY,
    publisher VARCHAR NOT NULL, title_en VARCHAR NOT NULL, title_zh VARCHAR NOT NULL,
    url VARCHAR, published VARCHAR, accessed VARCHAR NOT NULL,
    licence VARCHAR NOT NULL, rating VARCHAR NOT NULL CHECK (rating IN ('green', 'amber', 'derived')),
    self_reported BOOLEAN,
    covers_from VARCHAR CHECK (regexp_matches(covers_from, '^[0-9]{4}-(0[1-9]|1[0-2])$')),
    covers_until VARCHAR CHECK (regexp_matches(covers_until, '^[0-9]{4}-(0[1-9]|1[0-2])$')),
    citation VARCHAR NOT NULL, sha256 VARCHAR CHECK (regexp_matches(sha256, '^[0-9a-f]{64}$')), note VARCHAR
);

-- Facts --------------------------------------------------------------------------------------

CREATE TABLE policies (
    policy_id VARCHAR PRIMARY KEY CHECK (regexp_matches(policy_id, '^[a-z0-9-]+$')),
    title_en VARCHAR NOT NULL, title_zh VARCHAR NOT NULL,
    title_original VARCHAR NOT NULL CHECK (title_original IN ('en', 'zh')),
    summary_en VARCHAR, summary_zh VARCHAR,
    region VARCHAR NOT NULL REFERENCES regions (region),
    level VARCHAR NOT NULL REFERENCES levels (level),
    doc_type VARCHAR NOT NULL REFERENCES doc_types (doc_type),
    document_number VARCHAR,
    published VARCHAR CHECK (regexp_matches(published, '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$')),
    period_start INTEGER, period_end INTEGER,
    status VARCHAR NOT NULL REFERENCES statuses (status),
    status_reason VARCHAR NOT NULL REFERENCES status_reasons (status_reason),
    implements VARCHAR, superseded_by VARCHAR, -- each a policy_id; see regions.parent
    url VARCHAR, source_id VARCHAR NOT NULL REFERENCES sources (source_id),
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')),
    confidence VARCHAR NOT NULL REFERENCES confidences (confidence), note VARCHAR, locator VARCHAR,
    CHECK (period_start <= period_end)
);

CREATE TABLE policy_sectors (
    policy_id VARCHAR REFERENCES policies (policy_id), sector VARCHAR REFERENCES sectors (sector),
    PRIMARY KEY (policy_id, sector)
);

CREATE TABLE policy_issuers (
    policy_id VARCHAR REFERENCES policies (policy_id), issuer VARCHAR REFERENCES issuers (issuer),
    PRIMARY KEY (policy_id, issuer)
);

CREATE TABLE policy_sources (
    policy_id VARCHAR REFERENCES policies (policy_id), source_id VARCHAR REFERENCES sources (source_id),
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')), locator VARCHAR,
    PRIMARY KEY (policy_id, source_id)
);

CREATE TABLE policy_references (
    policy_id VARCHAR REFERENCES policies (policy_id), cited_title VARCHAR,
    cited_policy VARCHAR REFERENCES policies (policy_id),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id), locator VARCHAR,
    PRIMARY KEY (policy_id, cited_title)
);

CREATE TABLE policy_relations (
    policy_id VARCHAR REFERENCES policies (policy_id),
    relation VARCHAR CHECK (relation IN ('implements', 'superseded_by')),
    other_policy VARCHAR NOT NULL REFERENCES policies (policy_id),
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')),
    confidence VARCHAR NOT NULL REFERENCES confidences (confidence), reason_en VARCHAR NOT NULL,
    PRIMARY KEY (policy_id, relation)
);

CREATE TABLE targets (
    target_id VARCHAR PRIMARY KEY CHECK (regexp_matches(target_id, '^[a-z0-9.-]+$')),
    policy_id VARCHAR NOT NULL REFERENCES policies (policy_id),
    region VARCHAR NOT NULL REFERENCES regions (region),
    sector VARCHAR NOT NULL REFERENCES sectors (sector),
    indicator VARCHAR REFERENCES indicators (indicator),
    kind VARCHAR NOT NULL REFERENCES target_kinds (target_kind),
    statement_en VARCHAR NOT NULL, statement_zh VARCHAR NOT NULL,
    scope_en VARCHAR, scope_zh VARCHAR,
    comparator VARCHAR REFERENCES comparators (comparator),
    value DOUBLE, value_high DOUBLE, value_aspired DOUBLE, unit VARCHAR REFERENCES units (unit),
    value_source VARCHAR, unit_source VARCHAR,
    base_year INTEGER, base_value DOUBLE, target_year INTEGER,
    strictness VARCHAR NOT NULL REFERENCES strictness_levels (strictness),
    quote VARCHAR NOT NULL, quote_lang VARCHAR NOT NULL CHECK (quote_lang IN ('en', 'zh')),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id),
    confidence VARCHAR NOT NULL REFERENCES confidences (confidence), note VARCHAR, locator VARCHAR,
    CHECK (value IS NULL OR (unit IS NOT NULL AND indicator IS NOT NULL AND comparator IS NOT NULL)),
    CHECK ((comparator = 'range') = (value_high IS NOT NULL) OR comparator IS NULL),
    CHECK (base_year <= target_year)
);

CREATE TABLE observations (
    region VARCHAR NOT NULL REFERENCES regions (region),
    indicator VARCHAR NOT NULL REFERENCES indicators (indicator),
    year INTEGER NOT NULL, value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL REFERENCES units (unit),
    value_source VARCHAR, unit_source VARCHAR,
    comparator VARCHAR REFERENCES comparators (comparator), base_year INTEGER CHECK (base_year < year),
    is_estimate BOOLEAN NOT NULL,
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id), note VARCHAR, locator VARCHAR,
    PRIMARY KEY (region, indicator, year, source_id)
);

CREATE TABLE jumps (
    region VARCHAR REFERENCES regions (region), indicator VARCHAR REFERENCES indicators (indicator),
    source_id VARCHAR REFERENCES sources (source_id), year INTEGER,
    explanation_en VARCHAR NOT NULL, explanation_zh VARCHAR NOT NULL,
    PRIMARY KEY (region, indicator, source_id, year)
);

CREATE TABLE reference_values (
    region VARCHAR REFERENCES regions (region), indicator VARCHAR REFERENCES indicators (indicator), year INTEGER,
    sum_of VARCHAR CHECK (sum_of IN ('provinces')),
    value DOUBLE NOT NULL, unit VARCHAR NOT NULL REFERENCES units (unit),
    tolerance DOUBLE NOT NULL CHECK (tolerance BETWEEN 0 AND 1),
    origin_en VARCHAR, origin_zh VARCHAR NOT NULL,
    PRIMARY KEY (region, indicator, year, origin_en)
);

CREATE TABLE absences (
    region VARCHAR NOT NULL REFERENCES regions (region),
    sector VARCHAR NOT NULL REFERENCES sectors (sector),
    reason VARCHAR NOT NULL REFERENCES absence_reasons (reason),
    searched VARCHAR, source_id VARCHAR REFERENCES sources (source_id),
    PRIMARY KEY (region, sector)
);

CREATE TABLE activities (
    activity_id VARCHAR PRIMARY KEY CHECK (regexp_matches(activity_id, '^[a-z0-9-]+$')),
    kind VARCHAR NOT NULL REFERENCES activity_kinds (activity_kind),
    title_en VARCHAR NOT NULL, title_zh VARCHAR NOT NULL,
    summary_en VARCHAR, summary_zh VARCHAR,
    region VARCHAR NOT NULL REFERENCES regions (region),
    date VARCHAR, publisher VARCHAR NOT NULL, topics VARCHAR NOT NULL, url VARCHAR,
    quote VARCHAR NOT NULL, quote_lang VARCHAR NOT NULL CHECK (quote_lang IN ('en', 'zh')),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id)
);

CREATE TABLE activity_regions (
    activity_id VARCHAR REFERENCES activities (activity_id), region VARCHAR REFERENCES regions (region),
    PRIMARY KEY (activity_id, region)
);

CREATE TABLE texts (
    key VARCHAR PRIMARY KEY, en VARCHAR NOT NULL, zh VARCHAR NOT NULL
);

-- What the boundaries tell.
-- Islands that lie far off are left out of the bounds.
CREATE TABLE region_bounds (region VARCHAR PRIMARY KEY, west DOUBLE NOT NULL, south DOUBLE NOT NULL, east DOUBLE NOT NULL, north DOUBLE NOT NULL);
CREATE TABLE region_borders (region VARCHAR, neighbour VARCHAR, PRIMARY KEY (region, neighbour));

CREATE TABLE about (
    key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL
);

-- How the data set came to be what it is --------------------------------------------------------------------------

CREATE TABLE match_decisions (
    row_no INTEGER PRIMARY KEY, title_zh VARCHAR NOT NULL,
    policy_id VARCHAR NOT NULL REFERENCES policies (policy_id),
    method VARCHAR NOT NULL REFERENCES match_methods (match_method), score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    nearest VARCHAR, note_en VARCHAR
);

CREATE TABLE corrections (
    file VARCHAR, key VARCHAR, column_name VARCHAR, was VARCHAR, now VARCHAR, reason_en VARCHAR NOT NULL,
    PRIMARY KEY (file, key, column_name)
);

CREATE TABLE merges (
    dropped VARCHAR PRIMARY KEY, kept VARCHAR, reason_en VARCHAR NOT NULL
);

CREATE TABLE left_out (
    entry_en VARCHAR PRIMARY KEY, entry_zh VARCHAR NOT NULL, entries INTEGER NOT NULL CHECK (entries > 0),
    reason_en VARCHAR NOT NULL, reason_zh VARCHAR NOT NULL
);

CREATE TABLE versions (
    number VARCHAR PRIMARY KEY, published VARCHAR NOT NULL, checksum VARCHAR NOT NULL,
    changes_en VARCHAR NOT NULL, changes_zh VARCHAR NOT NULL
);

-- Briefings ------------------------------------------------------------------------------------------------------

CREATE TABLE issues (
    issue VARCHAR PRIMARY KEY CHECK (regexp_matches(issue, '^[a-z0-9-]+$')),
    title_en VARCHAR NOT NULL, title_zh VARCHAR NOT NULL,
    starts VARCHAR NOT NULL CHECK (regexp_matches(starts, '^[0-9]{4}-(0[1-9]|1[0-2])$')),
    ends VARCHAR NOT NULL CHECK (regexp_matches(ends, '^[0-9]{4}-(0[1-9]|1[0-2])$')),
    regions VARCHAR, sectors VARCHAR, published VARCHAR NOT NULL, -- codes joined by semicolons
    CHECK (starts <= ends)
);

CREATE TABLE briefings (
    issue VARCHAR REFERENCES issues (issue), record VARCHAR,
    section VARCHAR NOT NULL, place INTEGER NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('new', 'kept', 'locked', 'rewritten', 'dropped')),
    text_en VARCHAR, text_zh VARCHAR,
    PRIMARY KEY (issue, record),
    CHECK (state <> 'rewritten' OR (text_en IS NOT NULL AND text_zh IS NOT NULL))
);

CREATE TABLE complaints (
    check_name VARCHAR NOT NULL, level VARCHAR NOT NULL, file VARCHAR NOT NULL, line INTEGER NOT NULL,
    column_name VARCHAR, value VARCHAR, wrong VARCHAR NOT NULL, right_is VARCHAR NOT NULL
);
