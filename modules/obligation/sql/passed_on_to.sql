-- reads: organisation_passage
SELECT DISTINCT from_id
  FROM organisation_passage
 WHERE to_id = $1 AND from_id <> $1
 ORDER BY from_id
 LIMIT $2
