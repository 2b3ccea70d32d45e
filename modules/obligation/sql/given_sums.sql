SELECT agency_id,
       CAST(SUM(owed) AS BIGINT) AS parts,
       CAST(SUM(CASE WHEN due_on < $4 THEN owed ELSE 0 END) AS BIGINT) AS owed,
       CAST(SUM(in_time) AS BIGINT) AS in_time,
       CAST(SUM(late) AS BIGINT) AS late,
       CAST(SUM(excused) AS BIGINT) AS excused,
       CAST(SUM(CASE WHEN due_on < $4 THEN owed - in_time - late - excused ELSE 0 END) AS BIGINT)
           AS overdue
  FROM obligation_part_tally
 WHERE giver_id = $1 AND due_on BETWEEN $2 AND $3
 GROUP BY agency_id
HAVING SUM(owed) > 0
