DELETE FROM report_late_fact
 WHERE report_id = $1 AND settled_by = 0 AND fact_id = $2 AND indicator = $3
