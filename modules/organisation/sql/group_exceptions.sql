SELECT agency_id, is_member, valid_from, valid_to FROM organisation_group_exception
 WHERE group_id = $1
 ORDER BY valid_from DESC, agency_id
 LIMIT 2000
