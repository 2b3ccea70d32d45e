-- Months of agencies whose kept coverage is not that of the ledger.
SELECT d.agency_id, d.product, d.month, d.subject_id
  FROM (SELECT c.agency_id, c.product, c.month, c.subject_id, c.facts
          FROM evidence_coverage c
        UNION ALL
        SELECT f.agency_id, f.product, SUBSTR(f.happened_on, 1, 7) AS month,
               s.agency_id AS subject_id, -COUNT(*) AS facts
          FROM evidence_subject s
          JOIN evidence_ledger f ON f.id = s.fact_id
         WHERE f.standing = 'counts'
         GROUP BY f.agency_id, f.product, SUBSTR(f.happened_on, 1, 7), s.agency_id) d
 GROUP BY d.agency_id, d.product, d.month, d.subject_id
HAVING SUM(d.facts) <> 0
 ORDER BY d.agency_id, d.product, d.month, d.subject_id
 LIMIT 100
