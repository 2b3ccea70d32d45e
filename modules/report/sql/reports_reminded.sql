SELECT DISTINCT m.report_id
  FROM report_report r
  JOIN report_reminder m ON m.report_id = r.id
 WHERE r.period_id = $1 AND r.collector_id = $2 AND m.told_at >= $3
 ORDER BY m.report_id
