UPDATE once_sending SET answer = $4 WHERE purpose = $1 AND owner_id = $2 AND key = $3
