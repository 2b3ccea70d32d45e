SELECT id, code, account_id, agency_id, page, place, name, query, is_default, is_shared, version
  FROM obligation_saved_view
 WHERE account_id = $1
 ORDER BY page, name COLLATE vi, id
 LIMIT $2
