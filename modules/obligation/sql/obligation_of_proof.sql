SELECT obligation_id FROM obligation_proof WHERE attachment_id = $1
