UPDATE identity_access_version SET version = version + 1 WHERE id = 1
