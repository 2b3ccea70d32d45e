INSERT INTO attachment_content (sha256, kind, bytes, kept_at, scan) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (sha256) DO UPDATE SET scan = excluded.scan WHERE excluded.scan = 'clean'
