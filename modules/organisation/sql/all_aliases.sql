SELECT l.alias, l.agency_id, l.valid_from, l.valid_to, COALESCE(g.name, '') AS group_name
  FROM organisation_alias l
  LEFT JOIN organisation_group g ON g.id = l.group_id
 ORDER BY l.id
 LIMIT 200000
