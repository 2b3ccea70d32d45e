SELECT a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_grant g
  JOIN identity_account a ON a.id = g.account_id
 WHERE g.branch_id = $2 AND g.role = $1 AND a.disabled_at IS NULL
 ORDER BY a.id
 LIMIT $3
