SELECT p.opened_at, p.title, f.title AS form_title
FROM report_period p JOIN report_form f ON f.id = p.form_id
WHERE p.opened_by = $1
ORDER BY p.id DESC
LIMIT 5000
