SELECT id, step, text, agency_id, to_agency_id, account_id, attachment_id, taken_at
  FROM obligation_obstacle_step
 WHERE obstacle_id = $1
 ORDER BY id
