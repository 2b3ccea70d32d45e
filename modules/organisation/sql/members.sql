SELECT a.id, a.code, a.slug, n.kind, n.name, n.short_name
  FROM organisation_agency a
  JOIN organisation_name n ON n.agency_id = a.id
                          AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
 WHERE a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
   AND (EXISTS (SELECT 1 FROM organisation_group_rule r
                 WHERE r.group_id = $1 AND r.kind = n.kind
                   AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2))
        OR EXISTS (SELECT 1 FROM organisation_group_exception e
                    WHERE e.group_id = $1 AND e.agency_id = a.id AND e.is_member = 1
                      AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)))
   AND NOT EXISTS (SELECT 1 FROM organisation_group_exception e
                    WHERE e.group_id = $1 AND e.agency_id = a.id AND e.is_member = 0
                      AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2))
 ORDER BY n.sort_key, a.id
 LIMIT 20000
