SELECT r.number, r.row_code, r.fact_id, r.before_id, f.title, f.code
  FROM evidence_import_row r
  JOIN evidence_fact f ON f.id = r.fact_id
 WHERE r.import_id = $1
 ORDER BY r.number
 LIMIT 2000
