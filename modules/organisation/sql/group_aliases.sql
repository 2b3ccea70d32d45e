SELECT alias, valid_from, valid_to FROM organisation_alias WHERE group_id = $1
 ORDER BY alias_key, valid_from
 LIMIT 500
