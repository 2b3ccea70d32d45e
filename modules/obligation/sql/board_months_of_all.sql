SELECT substr(due_on, 1, 7) AS month,
       CAST(SUM(owed) AS BIGINT) AS owed, CAST(SUM(in_time) AS BIGINT) AS in_time,
       CAST(SUM(late) AS BIGINT) AS late, CAST(SUM(excused) AS BIGINT) AS excused
  FROM obligation_tally
 WHERE plan_id = $1 AND due_on < $2
 GROUP BY substr(due_on, 1, 7)
HAVING SUM(owed) > 0
 ORDER BY month
