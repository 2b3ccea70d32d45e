-- Names of a day in their order, by the index alone; only the agencies of the page are looked up.
SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name
  FROM (SELECT id FROM organisation_name
         WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
         ORDER BY sort_key, agency_id
         LIMIT $2 OFFSET $3) p
  JOIN organisation_name n ON n.id = p.id
  JOIN organisation_agency a ON a.id = n.agency_id
 ORDER BY n.sort_key, a.id
