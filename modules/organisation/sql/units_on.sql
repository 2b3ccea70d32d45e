-- The same below one agency, found by its index: most of a directory is not looked at.
SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name,
       (SELECT COUNT(*) FROM organisation_parent u
          JOIN organisation_agency b ON b.id = u.agency_id
                                    AND b.valid_from <= $2
                                    AND (b.valid_to IS NULL OR b.valid_to >= $2)
         WHERE u.parent_id = a.id AND u.valid_from <= $2
           AND (u.valid_to IS NULL OR u.valid_to >= $2)) AS units
  FROM organisation_parent p
  JOIN organisation_agency a ON a.id = p.agency_id
                            AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
  JOIN organisation_kind k ON k.key = n.kind
 WHERE p.parent_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
 ORDER BY k.position, n.sort_key, a.id
 LIMIT $3 OFFSET $4
