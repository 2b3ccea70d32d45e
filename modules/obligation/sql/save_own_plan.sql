UPDATE obligation_own_plan
   SET form = $2, title = $3, place = $4, linked_plan_id = $5, attachment_id = $6, state = $7,
       sent_on = $8, counted_on = $9, fact_id = $10, version = version + 1
 WHERE id = $1 AND version = $11
