SELECT v.number, v.source, v.made_at, f.title
FROM report_form_version v JOIN report_form f ON f.id = v.form_id
WHERE v.made_by = $1
ORDER BY v.id DESC
LIMIT 5000
