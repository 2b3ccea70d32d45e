SELECT COALESCE(SUM(t.owed), 0) AS owed, COALESCE(SUM(t.in_time), 0) AS in_time,
       COALESCE(SUM(t.late), 0) AS late, COALESCE(SUM(t.excused), 0) AS excused
  FROM obligation_item_tally t
 WHERE t.plan_id = $1 AND t.lineage = $2
