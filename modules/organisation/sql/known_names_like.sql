-- Names that fit are found in the indexes of keys, before anything else is asked of them.
SELECT k.text, k.agency_id, k.group_id, COALESCE(o.name, g.name) AS name,
       COALESCE(o.kind, 'group') AS kind, k.rank
  FROM (SELECT name AS text, agency_id, CAST(NULL AS BIGINT) AS group_id, 0 AS rank
          FROM organisation_name
         WHERE id IN (SELECT id FROM organisation_name WHERE name_key LIKE $2 OR name_key LIKE $3)
           AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
        UNION ALL
        SELECT short_name, agency_id, NULL, 1
          FROM organisation_name
         WHERE id IN (SELECT id FROM organisation_name
                       WHERE short_name <> name AND (short_key LIKE $2 OR short_key LIKE $3))
           AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
        UNION ALL
        SELECT name, NULL, id, 0
          FROM organisation_group
         WHERE name_key LIKE $2 OR name_key LIKE $3
        UNION ALL
        SELECT alias, agency_id, group_id, 2
          FROM organisation_alias
         WHERE (alias_key LIKE $2 OR alias_key LIKE $3)
           AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)) k
  LEFT JOIN organisation_name o ON o.agency_id = k.agency_id
                               AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to >= $1)
  LEFT JOIN organisation_group g ON g.id = k.group_id
 WHERE o.id IS NOT NULL OR g.id IS NOT NULL
 ORDER BY k.rank, LENGTH(k.text), k.text
 LIMIT 500
