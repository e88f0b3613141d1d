-- From staged text to typed tables. Types are cast by the columns of schema.sql; checks.sql has run before.

INSERT INTO region_kinds BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.region_kinds;
INSERT INTO levels BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.levels;
INSERT INTO regions BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.regions ORDER BY level = 'municipal', level = 'provincial', region;
INSERT INTO region_aliases BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.region_aliases;
INSERT INTO sectors BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.sectors;
INSERT INTO doc_types BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.doc_types;
INSERT INTO statuses BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.statuses;
INSERT INTO status_reasons BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.status_reasons;
INSERT INTO target_kinds BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.target_kinds;
INSERT INTO comparators BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.comparators;
INSERT INTO strictness_levels BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.strictness_levels;
INSERT INTO absence_reasons BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.absence_reasons;
INSERT INTO confidences BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.confidences;
INSERT INTO activity_kinds BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.activity_kinds;
INSERT INTO issuers BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.issuers;
INSERT INTO units BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.units;
INSERT INTO printed_units BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.printed_units;
INSERT INTO indicators BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.indicators;
INSERT INTO series BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.series;
INSERT INTO never_mixed BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.never_mixed;
INSERT INTO topics BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.topics;
INSERT INTO match_methods BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.match_methods;
INSERT INTO progress_statuses BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.progress_statuses;
INSERT INTO progress_reasons BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.progress_reasons;
INSERT INTO dictionary BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.dictionary;
INSERT INTO sources BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.sources;
INSERT INTO policies BY NAME SELECT * EXCLUDE (_file, _line, sectors, issuers) FROM staged.policies ORDER BY implements IS NOT NULL, policy_id;
INSERT INTO policy_sectors BY NAME
SELECT policy_id, sector FROM staged.policy_sectors
UNION SELECT policy_id, sector FROM staged.targets
ORDER BY ALL;

INSERT INTO policy_issuers BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.policy_issuers;
INSERT INTO policy_sources BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.policy_sources;
INSERT INTO policy_references BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.policy_references;
INSERT INTO policy_relations BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.policy_relations;
INSERT INTO targets BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.targets;
INSERT INTO observations BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.observations;
INSERT INTO jumps BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.jumps;
INSERT INTO reference_values BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.reference_values;
INSERT INTO absences BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.absences;
INSERT INTO activities BY NAME SELECT * EXCLUDE (_file, _line, regions) FROM staged.activities;
INSERT INTO activity_regions BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.activity_regions;
INSERT INTO texts BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.texts;
INSERT INTO match_decisions BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.match_decisions;
INSERT INTO corrections BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.corrections;
INSERT INTO merges BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.merges;
INSERT INTO left_out BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.left_out;
INSERT INTO versions BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.versions;
INSERT INTO issues BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.issues;
INSERT INTO briefings BY NAME SELECT * EXCLUDE (_file, _line) FROM staged.briefings;
