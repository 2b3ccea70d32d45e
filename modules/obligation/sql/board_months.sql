SELECT agency_id, substr(due_on, 1, 7) AS month,
       CAST(SUM(CASE WHEN due_on < $2 THEN owed ELSE 0 END) AS BIGINT) AS owed,
       CAST(SUM(CASE WHEN due_on < $2 THEN in_time ELSE 0 END) AS BIGINT) AS in_time,
       CAST(SUM(CASE WHEN due_on < $2 THEN late ELSE 0 END) AS BIGINT) AS late,
       CAST(SUM(CASE WHEN due_on < $2 THEN excused ELSE 0 END) AS BIGINT) AS excused,
       CAST(SUM(CASE WHEN due_on >= $2 THEN owed - excused ELSE 0 END) AS BIGINT) AS running,
       CAST(SUM(CASE WHEN due_on >= $2 THEN in_time ELSE 0 END) AS BIGINT) AS running_done
  FROM obligation_tally
 WHERE plan_id = $1 AND due_on <= $3
 GROUP BY agency_id, substr(due_on, 1, 7)
HAVING SUM(owed) > 0
 ORDER BY agency_id, month
