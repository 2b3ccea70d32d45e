-- Whether a quota is known by its place still, as in an earlier release.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM obligation_obligation
         WHERE SUBSTR(quota, 1, 1) IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
         LIMIT 1) numbered
