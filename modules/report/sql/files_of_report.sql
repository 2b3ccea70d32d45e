SELECT attachment_id FROM report_file WHERE report_id = $1 ORDER BY attachment_id LIMIT $2
