SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name
  FROM organisation_agency a
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
 WHERE a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
   AND ($2 = '' OR n.kind = $2)
 ORDER BY n.sort_key, a.id
 LIMIT 20000
