SELECT r.agency_id, r.lineage, r.role
  FROM obligation_role r
 WHERE r.plan_id = $1 AND r.lineage = $2
 ORDER BY r.agency_id, r.role
