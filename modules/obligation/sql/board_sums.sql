SELECT CAST(COALESCE(SUM(CASE WHEN due_on < $2 THEN owed END), 0) AS BIGINT) AS owed,
       CAST(COALESCE(SUM(CASE WHEN due_on < $2 THEN in_time END), 0) AS BIGINT) AS in_time,
       CAST(COALESCE(SUM(CASE WHEN due_on < $2 THEN late END), 0) AS BIGINT) AS late,
       CAST(COALESCE(SUM(CASE WHEN due_on < $2 THEN excused END), 0) AS BIGINT) AS excused,
       CAST(COALESCE(SUM(CASE WHEN due_on >= $2 THEN owed - excused END), 0) AS BIGINT) AS running,
       CAST(COALESCE(SUM(CASE WHEN due_on >= $2 THEN in_time END), 0) AS BIGINT) AS running_done
  FROM obligation_tally
 WHERE plan_id = $1 AND due_on <= $3
