-- Only what its index holds: the numbers of tables that were sent to one collector.
SELECT v.table_key, v.row_name, v.column_key, v.agency_id, v.numerator
FROM report_table_value v
WHERE v.period_id = $1 AND v.collector_id = $2
ORDER BY v.table_key, v.row_name, v.column_key, v.agency_id
