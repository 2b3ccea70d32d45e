SELECT g.account_id, g.role, g.branch_id
  FROM identity_grant g
  JOIN identity_account a ON a.id = g.account_id
 WHERE a.disabled_at IS NULL
 ORDER BY g.account_id
 LIMIT $1
