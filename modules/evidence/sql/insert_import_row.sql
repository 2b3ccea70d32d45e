INSERT INTO evidence_import_row (import_id, number, agency_id, row_code, fact_id, before_id,
                                 undone_by)
VALUES ($1, $2, $3, $4, $5, $6, 0)
