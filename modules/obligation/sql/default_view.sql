SELECT query
  FROM obligation_saved_view
 WHERE account_id = $1 AND page = $2 AND (place = '' OR place = $3) AND is_default = 1
 ORDER BY place DESC
 LIMIT 1
