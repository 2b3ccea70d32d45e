SELECT seq, at, actor_account, actor_name, acting_agency, operating_system_user, request_id,
       action, object_type, object_id, detail, previous_hash, hash,
       on_behalf_of, on_behalf_of_name, address, session
  FROM audit_entry
-- sqlite:
 WHERE object_type = $4 AND object_id = $5 AND seq >= $1 AND seq < $2
 ORDER BY seq DESC
-- postgres:
-- Only the index of the pair has this order: its planner, which does not know the value yet, would
-- otherwise walk the whole trail backwards for a frequent-looking one.
 WHERE (object_type, object_id, seq) >= ($4, $5, $1)
   AND (object_type, object_id, seq) < ($4, $5, $2)
 ORDER BY object_type DESC, object_id DESC, seq DESC
-- both:
 LIMIT $3
