INSERT INTO obligation_late_publication (
    id, code, plan_id, month, as_of, published_at, agency_id, account_id, shown_until, note,
    ending, end_reason, ended_at, ended_by, version
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', NULL, 0, 1)
