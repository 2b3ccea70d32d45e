INSERT INTO obligation_obstacle (id, code, obligation_id, plan_id, lineage, agency_id, handler_id,
                                 kind, problem, wish, state, raised_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
