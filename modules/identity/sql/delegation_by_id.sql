SELECT id, delegator_id, delegate_id, role, branch_id, valid_from, valid_to, document, made_at,
       made_by, ended_at, ended_by
  FROM identity_delegation
 WHERE id = $1
