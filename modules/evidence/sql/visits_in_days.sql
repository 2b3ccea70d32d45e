SELECT f.agency_id, f.happened_on AS day, s.agency_id AS subject_id, COUNT(*) AS facts
  FROM evidence_ledger f
  JOIN evidence_subject s ON s.fact_id = f.id
 WHERE f.product = $1 AND f.happened_on BETWEEN $2 AND $3 AND f.standing = 'counts'
 GROUP BY f.agency_id, f.happened_on, s.agency_id
 ORDER BY f.agency_id, f.happened_on, s.agency_id
