SELECT k.text, k.agency_id, k.group_id, k.name, k.kind, k.rank
  FROM (SELECT n.name AS text, n.name_key AS key, a.id AS agency_id,
               CAST(NULL AS BIGINT) AS group_id, n.name AS name, n.kind AS kind, 0 AS rank
          FROM organisation_name n
          JOIN organisation_agency a ON a.id = n.agency_id
         WHERE n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
        UNION ALL
        SELECT n.short_name, n.short_key, a.id, NULL, n.name, n.kind, 1
          FROM organisation_name n
          JOIN organisation_agency a ON a.id = n.agency_id
         WHERE n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
           AND n.short_name <> n.name
        UNION ALL
        SELECT g.name, g.name_key, NULL, g.id, g.name, 'group', 0
          FROM organisation_group g
        UNION ALL
        SELECT l.alias, l.alias_key, a.id, NULL, n.name, n.kind, 2
          FROM organisation_alias l
          JOIN organisation_agency a ON a.id = l.agency_id
          JOIN organisation_name n ON n.agency_id = a.id
                                  AND n.valid_from <= $1
                                  AND (n.valid_to IS NULL OR n.valid_to >= $1)
         WHERE l.valid_from <= $1 AND (l.valid_to IS NULL OR l.valid_to >= $1)
        UNION ALL
        SELECT l.alias, l.alias_key, NULL, g.id, g.name, 'group', 2
          FROM organisation_alias l
          JOIN organisation_group g ON g.id = l.group_id
         WHERE l.valid_from <= $1 AND (l.valid_to IS NULL OR l.valid_to >= $1)) k
 WHERE ' ' || k.key LIKE $2
 ORDER BY k.rank, LENGTH(k.text), k.text
 LIMIT 500
