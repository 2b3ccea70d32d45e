UPDATE channel_media_outlet SET name = $3, name_key = $4, site = $5, mail = $6, is_active = $7,
    version = version + 1
WHERE id = $1 AND version = $2
