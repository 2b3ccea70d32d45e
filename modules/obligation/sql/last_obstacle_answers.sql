SELECT s.obstacle_id, s.text, s.agency_id, s.taken_at
  FROM obligation_obstacle_step s
  JOIN obligation_obstacle o ON o.id = s.obstacle_id
 WHERE o.plan_id = $1 AND s.step = 'answered'
   AND NOT EXISTS (
       SELECT 1
         FROM obligation_obstacle_step n
        WHERE n.obstacle_id = s.obstacle_id AND n.step = 'answered' AND n.id > s.id)
 ORDER BY s.obstacle_id
