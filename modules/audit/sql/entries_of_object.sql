SELECT seq, at, actor_account, actor_name, acting_agency, operating_system_user, request_id,
       action, object_type, object_id, detail, previous_hash, hash,
       on_behalf_of, on_behalf_of_name, address, session
  FROM audit_entry
 WHERE object_type = $1 AND object_id = $2 AND seq < $3
 ORDER BY seq DESC
 LIMIT $4
