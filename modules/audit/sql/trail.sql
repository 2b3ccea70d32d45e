SELECT seq, at, actor_account, actor_name, acting_agency, operating_system_user, request_id,
       action, object_type, object_id, detail, previous_hash, hash,
       on_behalf_of, on_behalf_of_name, address, session
  FROM audit_entry
 WHERE seq >= $1 AND seq < $2
 ORDER BY seq DESC
 LIMIT $3
