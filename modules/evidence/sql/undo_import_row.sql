UPDATE evidence_import_row SET undone_by = $3 WHERE import_id = $1 AND number = $2
