SELECT name, form, own_title, valid_from, valid_to
  FROM identity_signer
 WHERE account_id = $1
 ORDER BY valid_from DESC, id DESC
 LIMIT $2
