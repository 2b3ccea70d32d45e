SELECT obligation_id, COUNT(*) AS number
  FROM obligation_obstacle
 WHERE plan_id = $1 AND state <> 'closed'
 GROUP BY obligation_id
