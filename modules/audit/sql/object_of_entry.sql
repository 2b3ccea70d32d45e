SELECT object_type, object_id FROM audit_entry WHERE seq = $1
