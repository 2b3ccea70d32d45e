SELECT *
  FROM obligation_still_owed
 WHERE plan_id = $1 AND due_on BETWEEN $2 AND $3 AND parent_id = 0
 ORDER BY due_on, id
 LIMIT $4
