SELECT id, agency_id, form, name, collective, head_title, own_title, matters, document, account_id,
       valid_from, valid_to
  FROM identity_signer
 WHERE id = $1
