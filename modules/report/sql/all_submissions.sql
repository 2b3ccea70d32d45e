SELECT s.report_id, s.code, s.sha256, s.content
  FROM report_submission s
 ORDER BY s.report_id, s.number
