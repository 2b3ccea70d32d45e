UPDATE obligation_draft
   SET title = $2, happened_on = $3, quantity = $4, link = $5, attachment_id = $6, saved_by = $7,
       saved_at = $8, version = $9
 WHERE obligation_id = $1 AND version = $10
