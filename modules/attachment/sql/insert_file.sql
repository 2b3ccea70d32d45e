INSERT INTO attachment_file (id, code, sha256, name, added_at, added_by)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (code) DO NOTHING
