SELECT id, code, account_id, agency_id, page, place, name, query, is_default, is_shared, version
  FROM obligation_saved_view
 WHERE code = $1 AND account_id = $2
