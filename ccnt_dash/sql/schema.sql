-- What is stored: every table, its columns, their types and their rules, each with a comment.
-- build.py reads this catalogue to check the text files in data/ before a row is loaded.

-- Vocabularies -------------------------------------------------------------------------------

CREATE TABLE region_kinds (
    region_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE region_kinds IS 'Kinds of administrative division.';

CREATE TABLE levels (
    level VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    marker VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE levels IS 'Levels of government a policy is issued at.';
COMMENT ON COLUMN levels.marker IS 'Plotly marker symbol that tells the level apart in charts.';

CREATE TABLE regions (
    region VARCHAR PRIMARY KEY CHECK (regexp_matches(region, '^[1-8][0-9]{5}$')),
    parent VARCHAR, -- a region; DuckDB can't load rows that refer to their own table, checks.sql looks after it
    level VARCHAR NOT NULL REFERENCES levels (level),
    kind VARCHAR NOT NULL REFERENCES region_kinds (region_kind),
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    short_en VARCHAR NOT NULL, short_zh VARCHAR NOT NULL,
    small BOOLEAN NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE regions IS 'Administrative divisions of China (GB/T 2260).';
COMMENT ON COLUMN regions.region IS 'Six-digit GB/T 2260 code; 100000 is the nation.';
COMMENT ON COLUMN regions.parent IS 'Code of the division one level up; empty for the nation.';
COMMENT ON COLUMN regions.small IS 'Too small to hit on a map of the whole country; offered as a button beside it.';

CREATE TABLE region_aliases (
    alias VARCHAR PRIMARY KEY, region VARCHAR NOT NULL REFERENCES regions (region)
);
COMMENT ON TABLE region_aliases IS 'Spellings of a place that mean one division only.';

CREATE TABLE sectors (
    sector VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL,
    colour VARCHAR NOT NULL CHECK (regexp_matches(colour, '^#[0-9a-f]{6}$')), sort INTEGER NOT NULL
);
COMMENT ON TABLE sectors IS 'The ten sectors, each with the one colour it has in every chart.';

CREATE TABLE doc_types (
    doc_type VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE doc_types IS 'Types of document, from law to news of an action.';

CREATE TABLE statuses (
    status VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE statuses IS 'Where a policy stands in its life.';

CREATE TABLE status_reasons (
    status_reason VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE status_reasons IS 'Why a policy has the status it has.';

CREATE TABLE target_kinds (
    target_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE target_kinds IS 'What a commitment is: a target, a milestone, a subsidy, a condition for taking part.';

CREATE TABLE comparators (
    comparator VARCHAR PRIMARY KEY, sign VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE comparators IS 'How a value binds: floor, ceiling, point, about, range.';
COMMENT ON COLUMN comparators.sign IS 'The sign set before a value in charts and tables.';

CREATE TABLE strictness_levels (
    strictness VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE strictness_levels IS 'How firmly a target is meant, strongest first.';

CREATE TABLE absence_reasons (
    reason VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE absence_reasons IS 'Why there is no value: an absence is named, never painted as zero.';

CREATE TABLE confidences (
    confidence VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL, definition_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE confidences IS 'How sure the record is of what it says.';

CREATE TABLE activity_kinds (
    activity_kind VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE activity_kinds IS 'News, events, reports.';

CREATE TABLE issuers (
    issuer VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL,
    short_en VARCHAR NOT NULL, region VARCHAR NOT NULL REFERENCES regions (region), note VARCHAR
);
COMMENT ON TABLE issuers IS 'Bodies that issue documents.';

CREATE TABLE units (
    unit VARCHAR PRIMARY KEY, dimension VARCHAR NOT NULL, factor DOUBLE NOT NULL CHECK (factor > 0),
    symbol_en VARCHAR NOT NULL, symbol_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL
);
COMMENT ON TABLE units IS 'Units; a value times factor is the value in the unit of factor 1 of the same dimension.';

CREATE TABLE printed_units (
    printed VARCHAR PRIMARY KEY, unit VARCHAR NOT NULL REFERENCES units (unit)
);
COMMENT ON TABLE printed_units IS 'Units as documents print them, and the unit each one means.';

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
COMMENT ON TABLE indicators IS 'What is measured or promised, each with one canonical unit.';
COMMENT ON COLUMN indicators.display_unit IS 'Unit of charts and tables, of the same dimension as the canonical unit.';
COMMENT ON COLUMN indicators.better IS 'Which direction is an improvement.';
COMMENT ON COLUMN indicators.additive IS 'Whether values of several places may be summed.';

CREATE TABLE series (
    target_indicator VARCHAR REFERENCES indicators (indicator),
    series_indicator VARCHAR REFERENCES indicators (indicator),
    comparable BOOLEAN NOT NULL, note_en VARCHAR, note_zh VARCHAR,
    PRIMARY KEY (target_indicator, series_indicator)
);
COMMENT ON TABLE series IS 'Which observed series a target may be set against, and where not, why.';

CREATE TABLE never_mixed (
    indicator_a VARCHAR REFERENCES indicators (indicator),
    indicator_b VARCHAR REFERENCES indicators (indicator),
    reason_en VARCHAR NOT NULL, reason_zh VARCHAR NOT NULL,
    PRIMARY KEY (indicator_a, indicator_b)
);
COMMENT ON TABLE never_mixed IS 'Series that must not stand in one chart or sum.';

CREATE TABLE topics (
    topic VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, sort INTEGER NOT NULL
);
COMMENT ON TABLE topics IS 'Themes of news, events and reports that no sector names.';

-- Interface texts and sources ------------------------------------------------------------------------------------

CREATE TABLE sources (
    source_id VARCHAR PRIMARY KEY,
    publisher VARCHAR NOT NULL, title_en VARCHAR NOT NULL, title_zh VARCHAR NOT NULL,
    url VARCHAR, published VARCHAR, accessed VARCHAR NOT NULL,
    licence VARCHAR NOT NULL, rating VARCHAR NOT NULL CHECK (rating IN ('green', 'amber', 'derived')),
    citation VARCHAR NOT NULL, sha256 VARCHAR CHECK (regexp_matches(sha256, '^[0-9a-f]{64}$')), note VARCHAR
);
COMMENT ON TABLE sources IS 'Where facts come from, one passport each.';
COMMENT ON COLUMN sources.rating IS 'green: open licence seen; amber: citable, no open licence seen; derived: computed here from others.';
COMMENT ON COLUMN sources.sha256 IS 'Checksum of the file that was read.';

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
    implements VARCHAR, -- a policy_id; see regions.parent
    url VARCHAR, source_id VARCHAR NOT NULL REFERENCES sources (source_id),
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')),
    confidence VARCHAR NOT NULL REFERENCES confidences (confidence), note VARCHAR, locator VARCHAR,
    CHECK (period_start <= period_end)
);
COMMENT ON TABLE policies IS 'Policy documents and official actions.';
COMMENT ON COLUMN policies.locator IS 'Page, file or place inside the source.';
COMMENT ON COLUMN policies.title_original IS 'Language of the title as the source prints it; the other one is a translation.';
COMMENT ON COLUMN policies.published IS 'Date as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD; empty where no source gives one.';
COMMENT ON COLUMN policies.implements IS 'The policy this one carries out, where the source says so; where it is inferred the note says from what.';
COMMENT ON COLUMN policies.quote IS 'Short exact phrase of the source that names the policy.';

CREATE TABLE policy_sectors (
    policy_id VARCHAR REFERENCES policies (policy_id), sector VARCHAR REFERENCES sectors (sector),
    PRIMARY KEY (policy_id, sector)
);
COMMENT ON TABLE policy_sectors IS 'Sectors of a policy, those of its targets included.';

CREATE TABLE policy_issuers (
    policy_id VARCHAR REFERENCES policies (policy_id), issuer VARCHAR REFERENCES issuers (issuer),
    PRIMARY KEY (policy_id, issuer)
);
COMMENT ON TABLE policy_issuers IS 'Bodies that issued a policy.';

CREATE TABLE policy_sources (
    policy_id VARCHAR REFERENCES policies (policy_id), source_id VARCHAR REFERENCES sources (source_id),
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')), locator VARCHAR,
    PRIMARY KEY (policy_id, source_id)
);
COMMENT ON TABLE policy_sources IS 'Further sources that name the same policy.';

CREATE TABLE policy_references (
    policy_id VARCHAR REFERENCES policies (policy_id), cited_title VARCHAR,
    cited_policy VARCHAR REFERENCES policies (policy_id),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id), locator VARCHAR,
    PRIMARY KEY (policy_id, cited_title)
);
COMMENT ON TABLE policy_references IS 'Which document cites which; cited_policy is empty where the cited one is not in the data set.';

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
COMMENT ON TABLE targets IS 'Every quantified or dated commitment, subsidy and condition of a policy.';
COMMENT ON COLUMN targets.indicator IS 'Empty for a milestone that no number measures.';
COMMENT ON COLUMN targets.statement_en IS 'The commitment in one sentence of our own, in English.';
COMMENT ON COLUMN targets.scope_en IS 'What the value covers where that is narrower than the indicator.';
COMMENT ON COLUMN targets.value IS 'In the canonical unit of the indicator; the lower end of a range. A fall is a positive value of a reduction indicator.';
COMMENT ON COLUMN targets.value_aspired IS 'The further value the document strives for.';
COMMENT ON COLUMN targets.value_source IS 'The number as printed.';
COMMENT ON COLUMN targets.unit_source IS 'The unit as printed.';
COMMENT ON COLUMN targets.quote IS 'Short exact phrase of the source.';

CREATE TABLE observations (
    region VARCHAR NOT NULL REFERENCES regions (region),
    indicator VARCHAR NOT NULL REFERENCES indicators (indicator),
    year INTEGER NOT NULL, value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL REFERENCES units (unit),
    value_source VARCHAR, unit_source VARCHAR,
    is_estimate BOOLEAN NOT NULL,
    quote VARCHAR, quote_lang VARCHAR CHECK (quote_lang IN ('en', 'zh')),
    source_id VARCHAR NOT NULL REFERENCES sources (source_id), note VARCHAR, locator VARCHAR,
    PRIMARY KEY (region, indicator, year, source_id)
);
COMMENT ON TABLE observations IS 'What happened: yearly values, in the canonical unit of the indicator.';

CREATE TABLE absences (
    region VARCHAR NOT NULL REFERENCES regions (region),
    sector VARCHAR NOT NULL REFERENCES sectors (sector),
    reason VARCHAR NOT NULL REFERENCES absence_reasons (reason),
    searched VARCHAR, source_id VARCHAR REFERENCES sources (source_id),
    PRIMARY KEY (region, sector)
);
COMMENT ON TABLE absences IS 'Known absences; a place and sector with neither records nor a line here is not collected yet.';

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
COMMENT ON TABLE activities IS 'News, events and reports around the policies.';
COMMENT ON COLUMN activities.topics IS 'Sectors and topics, separated by semicolons, the main one first.';

CREATE TABLE activity_regions (
    activity_id VARCHAR REFERENCES activities (activity_id), region VARCHAR REFERENCES regions (region),
    PRIMARY KEY (activity_id, region)
);
COMMENT ON TABLE activity_regions IS 'Further places an activity concerns.';

CREATE TABLE texts (
    key VARCHAR PRIMARY KEY, en VARCHAR NOT NULL, zh VARCHAR NOT NULL
);
COMMENT ON TABLE texts IS 'Every text of the interface in both languages.';

CREATE TABLE about (
    key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL
);
COMMENT ON TABLE about IS 'The data set on itself: version, checksum of the text files, number of warnings.';
