SELECT key FROM once_sending
WHERE purpose = $1 AND owner_id = $2
ORDER BY taken_at DESC, key
LIMIT $3
