SELECT a.created_at, p.set_at AS password_at
  FROM identity_account a
  LEFT JOIN identity_password p ON p.account_id = a.id
 WHERE a.id = $1
