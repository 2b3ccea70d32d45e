SELECT *
  FROM obligation_still_owed
 WHERE giver_id = $1 AND parent_id <> 0 AND due_on <= $2
 ORDER BY due_on, id
 LIMIT $3
