INSERT INTO report_submission (id, report_id, number, kind, code, form_version_id, content, sha256,
                               sent_at, account_id, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
