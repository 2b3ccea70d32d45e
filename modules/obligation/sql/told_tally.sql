SELECT t.due_on, CAST(SUM(t.owed) AS BIGINT) AS owed, CAST(SUM(t.in_time) AS BIGINT) AS in_time,
       CAST(SUM(t.late) AS BIGINT) AS late, CAST(SUM(t.excused) AS BIGINT) AS excused
  FROM obligation_tally t
 WHERE t.agency_id = $1 AND t.due_on BETWEEN $2 AND $3
 GROUP BY t.due_on
 ORDER BY t.due_on
