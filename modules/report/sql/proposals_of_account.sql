SELECT x.made_at, x.file_name, f.title, p.title AS period_title
FROM report_proposal x
JOIN report_report r ON r.id = x.report_id
JOIN report_period p ON p.id = r.period_id
JOIN report_form f ON f.id = r.form_id
WHERE x.made_by = $1
ORDER BY x.made_at DESC, x.id
LIMIT 5000
