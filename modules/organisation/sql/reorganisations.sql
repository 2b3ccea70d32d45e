-- Decisions in which the agency takes part (0: all), newest first, a row for each passage.
SELECT r.id, r.kind, r.day, r.document, p.from_id, p.to_id, p.share
  FROM organisation_reorganisation r
  JOIN organisation_passage p ON p.reorganisation_id = r.id
 WHERE $1 = 0
    OR EXISTS (SELECT 1 FROM organisation_passage o
                WHERE o.reorganisation_id = r.id AND (o.from_id = $1 OR o.to_id = $1))
 ORDER BY r.day DESC, r.id DESC, p.share DESC, p.id
 LIMIT 2000
