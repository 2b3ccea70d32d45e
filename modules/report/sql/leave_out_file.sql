UPDATE report_file SET is_removed = 1
WHERE report_id = $1 AND attachment_id = $2 AND is_removed = 0
