-- When each agency was nudged last about what it is late with, and on whose behalf.
SELECT r.agency_id, r.day, MAX(r.nudged_by) AS nudged_by
  FROM obligation_reminder r
  JOIN (SELECT agency_id, MAX(day) AS day
          FROM obligation_reminder
         WHERE plan_id = $1 AND rule = 'nudge'
         GROUP BY agency_id) l ON l.agency_id = r.agency_id AND l.day = r.day
 WHERE r.plan_id = $1 AND r.rule = 'nudge'
 GROUP BY r.agency_id, r.day
