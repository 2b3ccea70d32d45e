SELECT field, row_number, is_removed
FROM report_row WHERE report_id = $1
ORDER BY field, row_number
LIMIT $2
