SELECT attachment_id FROM report_file
WHERE report_id = $1 AND is_removed = 0
ORDER BY attachment_id
LIMIT $2
