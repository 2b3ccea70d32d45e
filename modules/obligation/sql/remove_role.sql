DELETE FROM obligation_role
 WHERE agency_id = $1 AND plan_id = $2 AND lineage = $3 AND role = $4
