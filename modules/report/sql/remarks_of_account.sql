SELECT r.taken_at, r.text, f.title AS form_title, p.title
  FROM report_remark r
  JOIN report_report o ON o.id = r.report_id
  JOIN report_period p ON p.id = o.period_id
  JOIN report_form f ON f.id = o.form_id
 WHERE r.account_id = $1
 ORDER BY r.id DESC
 LIMIT 5000
