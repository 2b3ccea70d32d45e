SELECT i.file_name, r.number
  FROM evidence_import_row r
  JOIN evidence_import i ON i.id = r.import_id
 WHERE r.fact_id = $1
