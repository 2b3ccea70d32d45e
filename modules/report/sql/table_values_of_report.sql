SELECT v.table_key, v.row_name, v.column_key, v.numerator
FROM report_table_value v
WHERE v.report_id = $1
ORDER BY v.table_key, v.row_name, v.column_key
