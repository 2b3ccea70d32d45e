UPDATE report_late_fact SET settled_by = $2 WHERE report_id = $1 AND settled_by = 0
