DELETE FROM organisation_group_exception WHERE group_id = $1 AND agency_id = $2 AND valid_from = $3
