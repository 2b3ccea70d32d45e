SELECT r.number, r.is_new, r.name, r.text, COALESCE(a.slug, '') AS slug
  FROM organisation_import_row r
  LEFT JOIN organisation_agency a ON a.id = r.agency_id
 WHERE r.import_id = $1
 ORDER BY r.is_new DESC, r.number
 LIMIT 10000
