UPDATE outgoing_number SET state = 'voided', reason = $5
WHERE agency_id = $1 AND series = $2 AND year = $3 AND number = $4 AND state = 'used'
