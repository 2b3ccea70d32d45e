INSERT INTO evidence_coverage (agency_id, product, month, subject_id, facts)
SELECT f.agency_id, f.product, SUBSTR(f.happened_on, 1, 7), s.agency_id, COUNT(*)
  FROM evidence_subject s
  JOIN evidence_ledger f ON f.id = s.fact_id
 WHERE f.standing = 'counts'
 GROUP BY f.agency_id, f.product, SUBSTR(f.happened_on, 1, 7), s.agency_id
