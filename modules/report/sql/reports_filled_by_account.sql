SELECT f.title, p.title AS period_title, MIN(c.changed_at) AS first_at,
       MAX(c.changed_at) AS last_at, COUNT(*) AS cells
FROM report_cell c
JOIN report_report r ON r.id = c.report_id
JOIN report_period p ON p.id = r.period_id
JOIN report_form f ON f.id = r.form_id
WHERE c.changed_by = $1
GROUP BY r.id, f.title, p.title
ORDER BY last_at DESC, r.id
LIMIT 5000
