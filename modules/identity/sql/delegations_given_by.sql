SELECT id, delegator_id, delegate_id, role, branch_id, valid_from, valid_to, document, made_at,
       made_by, ended_at, ended_by
  FROM identity_delegation
 WHERE delegator_id = $1
 ORDER BY valid_to DESC, id DESC
 LIMIT $2
