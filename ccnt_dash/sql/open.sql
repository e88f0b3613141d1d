-- What stays when only sources with an open licence may be used: run on checked rows, before they are loaded.
-- A policy stays if any open source names it, which then is its source; what is said of it by others goes.

DELETE FROM staged.sources WHERE rating <> 'green';
DELETE FROM staged.targets WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.policy_sources WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
UPDATE staged.policies SET source_id = o.source_id, quote = NULL, quote_lang = NULL, locator = NULL, url = NULL, note = NULL
FROM (
    SELECT policy_id, min(source_id) AS source_id
    FROM (SELECT policy_id, source_id FROM staged.policy_sources UNION ALL SELECT policy_id, source_id FROM staged.targets) GROUP BY ALL
) o WHERE o.policy_id = policies.policy_id AND policies.source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.policies WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.policy_sources USING staged.policies p WHERE p.policy_id = policy_sources.policy_id AND p.source_id = policy_sources.source_id;
UPDATE staged.policies SET implements = NULL WHERE implements NOT IN (SELECT policy_id FROM staged.policies);
UPDATE staged.policies SET superseded_by = NULL WHERE superseded_by NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.policy_sectors WHERE policy_id NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.policy_issuers WHERE policy_id NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.policy_references WHERE policy_id NOT IN (SELECT policy_id FROM staged.policies) OR source_id NOT IN (SELECT source_id FROM staged.sources);
UPDATE staged.policy_references SET cited_policy = NULL WHERE cited_policy NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.policy_relations WHERE policy_id NOT IN (SELECT policy_id FROM staged.policies) OR other_policy NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.match_decisions WHERE policy_id NOT IN (SELECT policy_id FROM staged.policies);
DELETE FROM staged.observations WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.jumps WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.reference_values WHERE (indicator, year) NOT IN (SELECT (indicator, year) FROM staged.observations);
DELETE FROM staged.absences WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.activities WHERE source_id NOT IN (SELECT source_id FROM staged.sources);
DELETE FROM staged.activity_regions WHERE activity_id NOT IN (SELECT activity_id FROM staged.activities);
DELETE FROM staged.corrections WHERE NOT EXISTS (FROM staged.cells c WHERE c.file = corrections.file AND c.value = corrections.key AND c.value IN (SELECT policy_id FROM staged.policies));
-- What editors wrote may rest on any source.
DELETE FROM staged.briefings;
DELETE FROM staged.issues;
