SELECT field, row_number, value, version, changed_by, changed_at, is_copied
FROM report_cell WHERE report_id = $1
ORDER BY field, row_number
LIMIT $2
