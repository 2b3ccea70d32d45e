UPDATE report_report SET form_version_id = $3, collector_id = $4, state = $5, due_on = $6,
    locks_on = $7, open_until = $8, open_reason = $9, not_asked_since = $10,
    first_submitted_at = $11, submitted_at = $12, is_resent_late = $13, submission_id = $14,
    version = version + 1
WHERE id = $1 AND version = $2
