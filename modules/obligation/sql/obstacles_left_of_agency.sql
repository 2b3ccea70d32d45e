SELECT COUNT(*) AS number
  FROM obligation_obstacle
 WHERE agency_id = $1 AND state <> 'closed' AND raised_at < $2
