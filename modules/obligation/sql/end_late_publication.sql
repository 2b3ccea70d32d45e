UPDATE obligation_late_publication
   SET ending = $2, end_reason = $3, ended_at = $4, ended_by = $5, version = version + 1
 WHERE id = $1 AND version = $6 AND ending = ''
