SELECT id, agency_id, form, name, collective, head_title, own_title, matters, document, account_id,
       valid_from, valid_to
  FROM identity_signer
 WHERE agency_id = $1
 ORDER BY valid_to IS NOT NULL, valid_from DESC, id
 LIMIT $2
