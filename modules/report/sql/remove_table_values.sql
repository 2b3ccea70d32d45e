DELETE FROM report_table_value WHERE report_id = $1
