DELETE FROM report_value WHERE report_id = $1
