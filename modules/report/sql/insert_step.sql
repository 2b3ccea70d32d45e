INSERT INTO report_step (id, report_id, step, text, account_id, agency_id, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
