SELECT r.step, r.text, r.taken_at, r.account_id, r.agency_name, f.title
  FROM evidence_review r
  JOIN evidence_fact f ON f.id = r.fact_id
 WHERE r.account_id = $1
 ORDER BY r.id DESC
 LIMIT 5000
