SELECT s.sent_at, s.code, f.title AS form_title, p.title
  FROM report_submission s
  JOIN report_report o ON o.id = s.report_id
  JOIN report_period p ON p.id = o.period_id
  JOIN report_form f ON f.id = o.form_id
 WHERE s.account_id = $1
 ORDER BY s.id DESC
 LIMIT 5000
