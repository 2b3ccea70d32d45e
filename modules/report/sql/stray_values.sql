SELECT DISTINCT v.report_id
  FROM report_value v
  JOIN report_report r ON r.id = v.report_id
 WHERE r.state NOT IN ('submitted', 'checked', 'approved') OR v.submission_id <> r.submission_id
UNION
SELECT DISTINCT t.report_id
  FROM report_table_value t
  JOIN report_report r ON r.id = t.report_id
 WHERE r.state NOT IN ('submitted', 'checked', 'approved')
 ORDER BY report_id
