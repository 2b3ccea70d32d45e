INSERT INTO obligation_budget_line (
    id, code, plan_id, lineage, agency_id, title, source, source_note, norm, quantity, unit_price,
    estimate, estimated_on, spent, is_withdrawn, version
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, 0, 1)
