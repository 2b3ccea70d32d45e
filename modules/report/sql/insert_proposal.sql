INSERT INTO report_proposal (id, code, report_id, file_name, content, made_by, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
