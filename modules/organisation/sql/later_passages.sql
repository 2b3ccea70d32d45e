SELECT COUNT(*) AS found
  FROM organisation_passage p
  JOIN organisation_reorganisation r ON r.id = p.reorganisation_id
 WHERE (p.from_id = $1 OR p.to_id = $1) AND r.day > $2
