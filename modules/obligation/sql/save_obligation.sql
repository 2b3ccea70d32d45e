UPDATE obligation_obligation
   SET item_id = $2, role = $3, begins_on = $4, ends_on = $5, due_on = $6, needed = $7, unit = $8,
       product = $9, is_requested = $10, done = $11, done_on = $12, assigned_to = $13,
       closing = $14, closing_reason = $15, closed_by = $16, closed_at = $17, version = version + 1
 WHERE id = $1 AND version = $18
