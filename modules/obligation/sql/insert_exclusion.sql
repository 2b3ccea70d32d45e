INSERT INTO obligation_exclusion (
    id, plan_id, lineage, measure, agency_id, state, reason, answer, asked_at, asked_by, decided_at,
    decided_by, version
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
