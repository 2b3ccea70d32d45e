INSERT INTO identity_delegation
       (id, delegator_id, delegate_id, role, branch_id, valid_from, valid_to, document, made_at,
        made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
