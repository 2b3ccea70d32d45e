SELECT seq, at, actor_account, actor_name, acting_agency, operating_system_user, request_id,
       action, object_type, object_id, detail, previous_hash, hash,
       on_behalf_of, on_behalf_of_name, address, session
  FROM audit_entry
-- sqlite:
 WHERE action = $4 AND seq >= $1 AND seq < $2
 ORDER BY seq DESC
-- postgres:
-- Only the index of the pair has this order: its planner, which does not know the value yet, would
-- otherwise walk the whole trail backwards for a frequent-looking one.
 WHERE (action, seq) >= ($4, $1)
   AND (action, seq) < ($4, $2)
 ORDER BY action DESC, seq DESC
-- both:
 LIMIT $3
