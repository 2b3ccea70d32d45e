DELETE FROM organisation_group_rule WHERE group_id = $1 AND kind = $2 AND valid_from = $3
