SELECT due_on,
       CAST(SUM(owed) AS BIGINT) AS owed,
       CAST(SUM(in_time) AS BIGINT) AS in_time,
       CAST(SUM(late) AS BIGINT) AS late,
       CAST(SUM(excused) AS BIGINT) AS excused
  FROM obligation_tally
 WHERE plan_id = $1 AND owed > 0
 GROUP BY due_on
 ORDER BY due_on
