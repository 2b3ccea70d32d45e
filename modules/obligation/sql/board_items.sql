SELECT lineage, agency_id, owed, in_time, late, excused
  FROM obligation_item_tally
 WHERE plan_id = $1 AND owed > 0
 ORDER BY lineage, agency_id
