SELECT p.from_id, p.to_id, p.share, r.day
  FROM organisation_passage p
  JOIN organisation_reorganisation r ON r.id = p.reorganisation_id
 WHERE p.to_id IS NOT NULL
 ORDER BY r.day, p.from_id, p.to_id
 LIMIT 50000
