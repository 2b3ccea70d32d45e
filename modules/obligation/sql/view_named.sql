SELECT id
  FROM obligation_saved_view
 WHERE account_id = $1 AND page = $2 AND name_folded = fold($3)
