DELETE FROM organisation_alias WHERE group_id = $1 AND alias = $2 AND valid_from = $3
