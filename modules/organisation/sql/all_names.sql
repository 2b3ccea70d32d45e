SELECT n.id, n.agency_id, n.name, n.short_name, n.kind, n.valid_from, n.valid_to
  FROM organisation_name n
 ORDER BY n.agency_id, n.valid_from
 LIMIT 200000
