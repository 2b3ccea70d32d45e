SELECT r.code, p.title, f.title AS form_title
FROM report_report r
JOIN report_period p ON p.id = r.period_id
JOIN report_form f ON f.id = r.form_id
WHERE r.id = $1
