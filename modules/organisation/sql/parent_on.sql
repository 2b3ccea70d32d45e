SELECT p.parent_id FROM organisation_parent p
 WHERE p.agency_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
 ORDER BY p.valid_from DESC
 LIMIT 1
