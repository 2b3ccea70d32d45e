SELECT stated_at, source
  FROM obligation_number_heir
 WHERE account_id = $1
 ORDER BY stated_at DESC
 LIMIT $2
