UPDATE outgoing_series SET valid_to = $3, version = version + 1 WHERE id = $1 AND version = $2
