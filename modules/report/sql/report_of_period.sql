SELECT id, code, period_id, form_id, form_version_id, agency_id, collector_id, state, due_on,
       locks_on, open_until, open_reason, not_asked_since, first_submitted_at, submitted_at,
       is_resent_late, submission_id, version
FROM report_report WHERE period_id = $1 AND agency_id = $2
