SELECT r.id, r.code, r.period_id, r.form_id, r.form_version_id, r.agency_id, r.collector_id,
       r.state, r.due_on, r.locks_on, r.open_until, r.open_reason, r.not_asked_since,
       r.first_submitted_at, r.submitted_at, r.is_resent_late, r.submission_id, r.version,
       s.code AS receipt
FROM report_report r
LEFT JOIN report_submission s ON s.id = r.submission_id
WHERE r.collector_id = $1 AND r.period_id = $2
ORDER BY r.agency_id
LIMIT $3
