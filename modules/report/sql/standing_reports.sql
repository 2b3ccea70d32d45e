SELECT r.id, r.submission_id
  FROM report_report r
 WHERE r.state IN ('submitted', 'checked', 'approved')
 ORDER BY r.id
