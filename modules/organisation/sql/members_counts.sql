-- How many members each group has on $1: agencies are counted by kind once, rules add those of
-- their kinds, exceptions move one agency each. Who is left out stays out, also where put in.
WITH borne AS MATERIALIZED (
    SELECT n.kind, COUNT(*) AS agencies
      FROM organisation_agency a
      JOIN organisation_name n ON n.agency_id = a.id
                              AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
     WHERE a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
     GROUP BY n.kind),
ruled AS MATERIALIZED (
    SELECT DISTINCT group_id, kind
      FROM organisation_group_rule
     WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)),
excepted AS (
    SELECT e.group_id, e.agency_id, n.kind, MIN(e.is_member) AS is_member
      FROM organisation_group_exception e
      JOIN organisation_agency a ON a.id = e.agency_id
                                AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
      JOIN organisation_name n ON n.agency_id = a.id
                              AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
     WHERE e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to >= $1)
     GROUP BY e.group_id, e.agency_id, n.kind),
parts AS (
    SELECT r.group_id, b.agencies FROM ruled r JOIN borne b ON b.kind = r.kind
    UNION ALL
    SELECT e.group_id, 1 FROM excepted e
     WHERE e.is_member = 1
       AND NOT EXISTS (SELECT 1 FROM ruled r WHERE r.group_id = e.group_id AND r.kind = e.kind)
    UNION ALL
    SELECT e.group_id, -1 FROM excepted e
     WHERE e.is_member = 0
       AND EXISTS (SELECT 1 FROM ruled r WHERE r.group_id = e.group_id AND r.kind = e.kind))
SELECT group_id, CAST(SUM(agencies) AS BIGINT) AS found FROM parts GROUP BY group_id
