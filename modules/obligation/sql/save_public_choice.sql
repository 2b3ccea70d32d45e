UPDATE obligation_public_choice
   SET items = $2, areas = $3, chosen_at = $4, version = version + 1
 WHERE plan_id = $1 AND version = $5
