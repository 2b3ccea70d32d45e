SELECT seq FROM audit_entry WHERE at < $1 ORDER BY at DESC, seq DESC LIMIT 1
