SELECT content_sha256, answer FROM once_sending
WHERE purpose = $1 AND owner_id = $2 AND key = $3
