-- From runs and their cuts to terms and postings. A rare term says more than a common one (idf), a term of a title more
-- than one of an issuer; what is said again counts ever less.

INSERT INTO search_terms
SELECT row_number() OVER (ORDER BY term)::INTEGER, term FROM (SELECT DISTINCT term FROM cuts) ORDER BY term;

INSERT INTO postings
WITH fields(field, weight) AS (
    VALUES ('title', 10), ('summary', 4), ('target', 3), ('quote', 3), ('indicator', 2), ('place', 2), ('issuer', 1)
), counted AS (
    SELECT policy_no, field, term, max(worth) AS worth, count(*) AS times FROM runs JOIN cuts USING (run) GROUP BY ALL
), said AS (
    SELECT policy_no, term, sum(weight * worth * (1 + ln(times))) AS said FROM counted JOIN fields USING (field) GROUP BY ALL
), known AS (
    SELECT term, count(*) AS documents FROM said GROUP BY term
), extent AS (
    SELECT count(*) AS documents FROM policy_facts
)
SELECT t.term_no, s.policy_no,
       (ln(1 + (e.documents - k.documents + 0.5) / (k.documents + 0.5)) * s.said / (s.said + 5))::DOUBLE
FROM said s JOIN known k USING (term) JOIN search_terms t USING (term), extent e
ORDER BY ALL;

DROP TABLE runs;
