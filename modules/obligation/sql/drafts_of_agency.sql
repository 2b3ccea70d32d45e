SELECT obligation_id FROM obligation_draft WHERE agency_id = $1 AND saved_at > $2 LIMIT $3
