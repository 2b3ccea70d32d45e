SELECT COUNT(*) AS number
  FROM obligation_obstacle
 WHERE handler_id = $1 AND state IN ('open', 'forwarded')
