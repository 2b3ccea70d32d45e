SELECT count(*) AS count FROM obligation_draft WHERE agency_id = $1
