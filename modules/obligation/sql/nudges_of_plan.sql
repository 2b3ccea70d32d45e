-- When each agency was nudged last.
SELECT agency_id, MAX(day) AS day
  FROM obligation_reminder
 WHERE plan_id = $1 AND rule = 'nudge'
 GROUP BY agency_id
