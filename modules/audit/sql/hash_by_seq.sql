SELECT hash FROM audit_entry WHERE seq = $1
