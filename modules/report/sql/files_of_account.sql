SELECT x.added_at, f.title, p.title AS period_title
FROM report_file x
JOIN report_report r ON r.id = x.report_id
JOIN report_period p ON p.id = r.period_id
JOIN report_form f ON f.id = r.form_id
WHERE x.added_by = $1
ORDER BY x.added_at DESC, x.attachment_id
LIMIT 5000
