UPDATE evidence_import
   SET state = 'done', done_at = $2, created = $3, changed = $4, unchanged = $5
 WHERE id = $1 AND state = 'proposed'
