INSERT INTO obligation_number_rhythm (
    plan_id, lineage, rhythm, days, by_plan, set_at, account_id, version
) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
