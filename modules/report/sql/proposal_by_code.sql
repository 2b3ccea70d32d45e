SELECT id, code, report_id, file_name, content, made_by, made_at
FROM report_proposal WHERE code = $1 AND report_id = $2
