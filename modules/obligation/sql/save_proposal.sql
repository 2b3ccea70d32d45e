UPDATE obligation_proposal
   SET whole_id = $2, giver_id = $3, agency_id = $4, state = $5, content = $6, measure = $7,
       needed = $8, due_on = $9, later = $10, changed_at = $11, version = version + 1
 WHERE id = $1 AND version = $12
