SELECT id, code, account_id, agency_id, page, place, name, query, is_default, is_shared, version
  FROM obligation_saved_view
 WHERE page = $3 AND (place = '' OR place = $4)
   AND (account_id = $1 OR (agency_id = $2 AND is_shared = 1))
 ORDER BY name COLLATE vi, id
 LIMIT $5
