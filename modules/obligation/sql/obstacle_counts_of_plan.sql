SELECT lineage, agency_id, kind, state, COUNT(*) AS number
  FROM obligation_obstacle
 WHERE plan_id = $1
 GROUP BY lineage, agency_id, kind, state
