-- From runs and their cuts to terms and postings. A rare term says more than a common one (idf), a term of a title more
-- than one of an issuer; what is said again counts ever less. Numbers stand for terms and fields as soon as possible:
-- there are far more postings than anything else, and numbers are grouped, joined and sorted much faster.

INSERT INTO search_terms
SELECT row_number() OVER (ORDER BY term)::INTEGER, term FROM (SELECT DISTINCT term FROM cuts) ORDER BY term;

CREATE TEMP TABLE said AS
WITH fields(field, field_no, weight) AS (
    VALUES ('title', 0::UTINYINT, 10), ('summary', 1, 4), ('target', 2, 3), ('quote', 3, 3), ('indicator', 4, 2), ('place', 5, 2), ('issuer', 6, 1)
), numbered AS (
    SELECT run, term_no, worth FROM cuts JOIN search_terms USING (term)
), counted AS (
    SELECT policy_no, field_no, term_no, any_value(weight) AS weight, max(worth) AS worth, sum(times) AS times
    FROM runs JOIN fields USING (field) JOIN numbered USING (run) GROUP BY policy_no, field_no, term_no
)
SELECT policy_no, term_no, sum(weight * worth * (1 + ln(times))) AS said FROM counted GROUP BY ALL;

DROP TABLE runs;

INSERT INTO postings
WITH known AS (
    SELECT term_no, count(*) AS documents FROM said GROUP BY term_no
), extent AS (
    SELECT count(*) AS documents FROM policy_facts
)
SELECT s.term_no, s.policy_no,
       (ln(1 + (e.documents - k.documents + 0.5) / (k.documents + 0.5)) * s.said / (s.said + 5))::DOUBLE
FROM said s JOIN known k USING (term_no), extent e
ORDER BY s.term_no, s.policy_no;

DROP TABLE said;
