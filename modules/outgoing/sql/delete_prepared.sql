DELETE FROM outgoing_signature WHERE id = $1 AND version = $2 AND state = 'prepared'
