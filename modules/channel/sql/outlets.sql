SELECT id, code, name, site, mail, is_active, version FROM channel_media_outlet
ORDER BY name_key LIMIT $1
