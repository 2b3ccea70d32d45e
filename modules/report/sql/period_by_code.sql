SELECT id, code, form_id, form_version_id, period_key, title, first_day, last_day, data_from,
       data_until, year_from, due_on, due_why, locks_on, asked_by, asked_document, reporters,
       version
FROM report_period WHERE code = $1
