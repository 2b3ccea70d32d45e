INSERT INTO attachment_fault (sha256, fault, found_at, seen_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (sha256) DO UPDATE
   SET fault = excluded.fault, found_at = excluded.found_at, seen_at = excluded.seen_at
