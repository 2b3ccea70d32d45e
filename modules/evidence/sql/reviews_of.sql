SELECT r.step, r.text, r.taken_at, r.account_id, r.agency_name
  FROM evidence_review r
 WHERE r.fact_id = $1
 ORDER BY r.id
 LIMIT 200
