UPDATE outgoing_template SET state = $3, version = version + 1
WHERE id = $1 AND version = $2
