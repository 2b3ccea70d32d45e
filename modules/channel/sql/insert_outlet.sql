INSERT INTO channel_media_outlet (id, code, name, name_key, site, mail, is_active, version)
VALUES ($1, $2, $3, $4, $5, $6, 1, 1)
