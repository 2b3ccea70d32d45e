SELECT set_at, rhythm
  FROM obligation_number_rhythm
 WHERE account_id = $1
 ORDER BY set_at DESC
 LIMIT $2
