-- Who stands below nobody on a day, by kind and name.
SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name,
       (SELECT COUNT(*) FROM organisation_parent u
          JOIN organisation_agency b ON b.id = u.agency_id
                                    AND b.valid_from <= $1
                                    AND (b.valid_to IS NULL OR b.valid_to >= $1)
         WHERE u.parent_id = a.id AND u.valid_from <= $1
           AND (u.valid_to IS NULL OR u.valid_to >= $1)) AS units
  FROM organisation_agency a
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
  JOIN organisation_kind k ON k.key = n.kind
 WHERE a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
   AND NOT EXISTS (SELECT 1 FROM organisation_parent p
                    WHERE p.agency_id = a.id AND p.valid_from <= $1
                      AND (p.valid_to IS NULL OR p.valid_to >= $1))
 ORDER BY k.position, n.name_key, a.id
 LIMIT $2 OFFSET $3
