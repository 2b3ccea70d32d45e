SELECT *
  FROM obligation_still_owed
 WHERE agency_id = $1 AND plan_id = $2 AND due_on < $3 AND parent_id = 0
 ORDER BY due_on, id
 LIMIT $4
