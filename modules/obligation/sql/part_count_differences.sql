-- A fact that counts for a part counts above it, once for the quota there; and nothing counts there
-- through a part for which it does not.
SELECT part.id, part.code
  FROM obligation_obligation part
  JOIN obligation_count c ON c.obligation_id = part.id
  JOIN obligation_obligation above ON above.id = part.parent_id
 WHERE part.parent_id <> 0
   AND NOT EXISTS (SELECT 1 FROM obligation_count up
                     JOIN obligation_obligation o ON o.id = up.obligation_id
                    WHERE up.fact_id = c.fact_id AND o.plan_id = above.plan_id
                      AND o.lineage = above.lineage AND o.agency_id = above.agency_id
                      AND o.quota = above.quota)
   AND NOT EXISTS (SELECT 1 FROM obligation_uncounted u
                    WHERE u.obligation_id = above.id AND u.fact_id = c.fact_id)
UNION
SELECT above.id, above.code
  FROM obligation_obligation above
  JOIN obligation_count up ON up.obligation_id = above.id
 WHERE up.part_id <> 0
   AND NOT EXISTS (SELECT 1 FROM obligation_count c
                    WHERE c.obligation_id = up.part_id AND c.fact_id = up.fact_id)
 LIMIT 100
