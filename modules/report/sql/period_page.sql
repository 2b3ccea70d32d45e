SELECT p.title, f.title AS form_title, f.code
FROM report_period p JOIN report_form f ON f.id = p.form_id
WHERE p.id = $1
