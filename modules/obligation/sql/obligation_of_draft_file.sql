SELECT obligation_id FROM obligation_draft WHERE attachment_id = $1 AND attachment_id <> 0
