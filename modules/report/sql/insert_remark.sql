INSERT INTO report_remark (id, report_id, submission_id, field, text, account_id, agency_id,
                           taken_at, settled_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)
