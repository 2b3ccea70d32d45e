SELECT substr(due_on, 1, 7) AS month
  FROM obligation_tally
 WHERE plan_id = $1 AND owed > 0
 GROUP BY substr(due_on, 1, 7)
 ORDER BY month
