-- Whom a text means on some day between $2 and $3 (open without $3).
SELECT u.text, u.agency_id, u.group_id
  FROM (SELECT name AS text, name_key AS key, agency_id, CAST(NULL AS BIGINT) AS group_id,
               valid_from, valid_to
          FROM organisation_name
        UNION ALL
        SELECT short_name, short_key, agency_id, NULL, valid_from, valid_to FROM organisation_name
         WHERE short_name <> name
        UNION ALL
        SELECT name, name_key, NULL, id, '0001-01-01', NULL FROM organisation_group
        UNION ALL
        SELECT alias, alias_key, agency_id, group_id, valid_from, valid_to
          FROM organisation_alias) u
 WHERE u.key = $1
   AND u.valid_from <= COALESCE($3, '9999-12-31')
   AND (u.valid_to IS NULL OR u.valid_to >= $2)
 LIMIT 100
