INSERT INTO audit_entry
       (seq, at, actor_account, actor_name, acting_agency, operating_system_user, request_id,
        action, object_type, object_id, detail, previous_hash, hash, on_behalf_of,
        on_behalf_of_name, address, session)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
