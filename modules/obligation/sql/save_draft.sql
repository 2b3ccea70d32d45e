UPDATE obligation_draft
   SET title = $2, happened_on = $3, quantity = $4, link = $5, subjects = $6, attachment_id = $7,
       saved_by = $8, saved_at = $9, version = $10
 WHERE obligation_id = $1 AND version = $11
