SELECT r.id, r.code, r.period_id, r.form_id, r.form_version_id, r.agency_id, r.collector_id,
       r.state, r.due_on, r.locks_on, r.open_until, r.open_reason, r.not_asked_since,
       r.first_submitted_at, r.submitted_at, r.is_resent_late, r.submission_id, r.version,
       p.title AS period_title, f.title AS form_title
FROM report_report r
JOIN report_period p ON p.id = r.period_id
JOIN report_form f ON f.id = r.form_id
WHERE r.agency_id = $1 AND r.due_on >= $2 AND r.due_on <= $3
  AND ($4 = 0 OR r.form_id = $4)
  AND ($5 = '' OR $5 LIKE '%,' || r.state || ',%')
  AND (r.due_on < $6 OR (r.due_on = $6 AND r.id < $7))
ORDER BY r.due_on DESC, r.id DESC
LIMIT $8
