-- Agencies that were called so until a day before $2, and when last.
SELECT u.text, u.agency_id, MAX(u.valid_to) AS last_day
  FROM (SELECT name AS text, name_key AS key, agency_id, valid_to FROM organisation_name
        UNION ALL
        SELECT short_name, short_key, agency_id, valid_to FROM organisation_name
         WHERE short_name <> name
        UNION ALL
        SELECT alias, alias_key, agency_id, valid_to FROM organisation_alias
         WHERE agency_id IS NOT NULL) u
 WHERE u.key = $1 AND u.valid_to < $2
 GROUP BY u.text, u.agency_id
 ORDER BY last_day DESC, u.agency_id
 LIMIT 20
