INSERT INTO report_file (attachment_id, report_id, added_by, added_at) VALUES ($1, $2, $3, $4)
