UPDATE report_period SET form_version_id = $3, title = $4, data_from = $5, data_until = $6,
    year_from = $7, due_on = $8, due_why = $9, locks_on = $10, version = version + 1
WHERE id = $1 AND version = $2
