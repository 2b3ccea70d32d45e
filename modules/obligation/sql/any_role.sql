SELECT COUNT(*) AS found
  FROM (SELECT 1 FROM obligation_role LIMIT 1) r
