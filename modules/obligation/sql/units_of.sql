-- reads: organisation_parent organisation_agency organisation_name organisation_kind
SELECT a.id, a.code, n.kind, n.name, k.text AS kind_text
  FROM organisation_parent p
  JOIN organisation_agency a ON a.id = p.agency_id
                            AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
  JOIN organisation_kind k ON k.key = n.kind
 WHERE p.parent_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
 ORDER BY k.position, n.sort_key, a.id
 LIMIT $3
