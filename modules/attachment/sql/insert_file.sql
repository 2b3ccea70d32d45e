INSERT INTO attachment_file
    (id, code, sha256, original_sha256, name, use_key, object_id, place, added_at, added_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT DO NOTHING
