INSERT INTO report_report (id, code, period_id, form_id, form_version_id, agency_id, collector_id,
                           state, due_on, locks_on, open_reason, is_resent_late, submission_id,
                           document_id, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
