SELECT c.agency_id, c.month, c.subject_id, c.facts
  FROM evidence_coverage c
 WHERE c.product = $1 AND c.month BETWEEN $2 AND $3 AND c.facts <> 0
 ORDER BY c.agency_id, c.month, c.subject_id
