UPDATE obligation_uncounted
   SET answer = $3, answered_by = $4, answered_at = $5
 WHERE obligation_id = $1 AND fact_id = $2
