-- Those that have not ended on $1, the one that ends first before the others.
SELECT id, code, agency_id, name, slogan, begins_on, ends_on, version
FROM newsroom_theme WHERE ends_on >= $1 ORDER BY ends_on, id LIMIT $2
