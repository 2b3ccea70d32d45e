SELECT COUNT(*) AS found FROM organisation_parent p
  JOIN organisation_agency a ON a.id = p.agency_id
                            AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
 WHERE p.parent_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
