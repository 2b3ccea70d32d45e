SELECT delegator_id, delegate_id, role, branch_id
  FROM identity_delegation
 WHERE ended_at IS NULL AND valid_from <= $1 AND valid_to >= $1
 ORDER BY delegate_id, id
 LIMIT $2
