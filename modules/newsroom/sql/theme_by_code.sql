SELECT id, code, agency_id, name, slogan, begins_on, ends_on, version
FROM newsroom_theme WHERE code = $1
