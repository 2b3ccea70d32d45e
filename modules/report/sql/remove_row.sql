UPDATE report_row SET is_removed = 1
WHERE report_id = $1 AND field = $2 AND row_number = $3 AND is_removed = 0
