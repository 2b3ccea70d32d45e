-- reads: organisation_agency organisation_name organisation_parent
-- The committee of this province, whose branch is the whole of it: it stands, and nobody above it.
SELECT a.id
  FROM organisation_agency a
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
 WHERE n.kind = 'provincial_committee'
   AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
   AND NOT EXISTS (SELECT 1 FROM organisation_parent p
                    WHERE p.agency_id = a.id
                      AND p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to >= $1))
 ORDER BY a.id
 LIMIT 10
