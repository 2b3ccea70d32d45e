SELECT agency_id
  FROM obligation_tally
 WHERE plan_id = $1 AND owed > 0
 GROUP BY agency_id
 ORDER BY agency_id
