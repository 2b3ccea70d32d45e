UPDATE obligation_saved_view
   SET name = $2, name_folded = fold($2), is_default = $3, version = version + 1
 WHERE id = $1 AND version = $4
