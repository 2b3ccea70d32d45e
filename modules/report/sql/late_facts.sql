SELECT l.fact_id, l.indicator, l.counts, l.heard_at
  FROM report_late_fact l
 WHERE l.report_id = $1 AND l.settled_by = $2
 ORDER BY l.fact_id, l.indicator
 LIMIT $3
