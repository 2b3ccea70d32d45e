UPDATE organisation_alias SET valid_to = $4
 WHERE group_id = $1 AND alias = $2 AND valid_from = $3 AND (valid_to IS NULL OR valid_to > $4)
