-- What the last import of this row recorded.
SELECT r.fact_id, r.undone_by
  FROM evidence_import_row r
 WHERE r.agency_id = $1 AND r.row_code = $2
 ORDER BY r.fact_id DESC
 LIMIT 1
