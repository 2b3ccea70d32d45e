-- reads: organisation_parent
SELECT v.version AS grants,
       (SELECT COUNT(*) || ':' || COUNT(p.valid_to) || ':' || COALESCE(MAX(p.valid_to), '') || ':'
               || COALESCE(MAX(p.id), 0)
          FROM organisation_parent p) AS tree
  FROM identity_access_version v
 WHERE v.id = 1
