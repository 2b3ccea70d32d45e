INSERT INTO attachment_content (sha256, kind, bytes, kept_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (sha256) DO NOTHING
