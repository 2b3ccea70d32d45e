UPDATE obligation_reminder
   SET answer = $2, answer_text = $3, expected_on = $4, answered_at = $5
 WHERE id = $1 AND answered_at IS NULL
