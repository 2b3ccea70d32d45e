INSERT INTO report_period (id, code, form_id, form_version_id, period_key, title, first_day,
                           last_day, data_from, data_until, year_from, due_on, due_why, locks_on,
                           asked_by, asked_document, reporters, opened_at, opened_by, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)
ON CONFLICT (form_id, period_key) DO NOTHING
