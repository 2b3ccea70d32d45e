-- Who stands below nobody on a day, by kind and name. They are few: found first (the limit keeps
-- SQLite from mixing that with the rest), then looked at.
SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name,
       (SELECT COUNT(*) FROM organisation_parent u
          JOIN organisation_agency b ON b.id = u.agency_id
                                    AND b.valid_from <= $1
                                    AND (b.valid_to IS NULL OR b.valid_to >= $1)
         WHERE u.parent_id = a.id AND u.valid_from <= $1
           AND (u.valid_to IS NULL OR u.valid_to >= $1)) AS units
  FROM (SELECT o.id
          FROM organisation_agency o
          LEFT JOIN organisation_parent p ON p.agency_id = o.id AND p.valid_from <= $1
                                         AND (p.valid_to IS NULL OR p.valid_to >= $1)
         WHERE p.agency_id IS NULL
           AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to >= $1)
         LIMIT 20000) t
  JOIN organisation_agency a ON a.id = t.id
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
  JOIN organisation_kind k ON k.key = n.kind
 ORDER BY k.position, n.sort_key, a.id
 LIMIT $2 OFFSET $3
