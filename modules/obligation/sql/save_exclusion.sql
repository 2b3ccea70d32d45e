UPDATE obligation_exclusion
   SET state = $2, reason = $3, answer = $4, asked_at = $5, asked_by = $6, decided_at = $7,
       decided_by = $8, version = version + 1
 WHERE id = $1 AND version = $9
