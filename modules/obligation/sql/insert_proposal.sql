INSERT INTO obligation_proposal (id, code, whole_id, plan_id, lineage, giver_id, agency_id, state,
                                 content, measure, needed, due_on, later, changed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)
