SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name
  FROM organisation_agency a
  JOIN organisation_name n ON n.agency_id = a.id
 WHERE a.id = $1
 ORDER BY CASE WHEN n.valid_from <= $2 THEN 0 ELSE 1 END,
          CASE WHEN n.valid_from <= $2 THEN n.valid_from END DESC,
          n.valid_from
 LIMIT 1
