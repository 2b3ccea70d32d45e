SELECT CAST(COALESCE(SUM(owed), 0) AS BIGINT) AS owed,
       CAST(COALESCE(SUM(in_time), 0) AS BIGINT) AS in_time,
       CAST(COALESCE(SUM(late), 0) AS BIGINT) AS late,
       CAST(COALESCE(SUM(excused), 0) AS BIGINT) AS excused
  FROM obligation_tally
 WHERE plan_id = $1 AND due_on < $2
