SELECT id, code, name, site, mail, is_active, version FROM channel_media_outlet WHERE code = $1
