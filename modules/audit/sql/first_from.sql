SELECT seq FROM audit_entry WHERE at >= $1 ORDER BY at, seq LIMIT 1
