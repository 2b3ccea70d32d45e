INSERT INTO obligation_role (agency_id, plan_id, lineage, role)
VALUES ($1, $2, $3, $4)
