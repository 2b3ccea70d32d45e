SELECT t.taken_at, t.step, f.title AS form_title, p.title
  FROM report_step t
  JOIN report_report o ON o.id = t.report_id
  JOIN report_period p ON p.id = o.period_id
  JOIN report_form f ON f.id = o.form_id
 WHERE t.account_id = $1
 ORDER BY t.id DESC
 LIMIT 5000
