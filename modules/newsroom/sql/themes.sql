SELECT id, code, agency_id, name, slogan, begins_on, ends_on, version
FROM newsroom_theme ORDER BY ends_on DESC, id DESC LIMIT $1
