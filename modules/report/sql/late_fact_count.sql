SELECT count(DISTINCT l.fact_id) AS facts
  FROM report_late_fact l
 WHERE l.report_id = $1 AND l.settled_by = $2
