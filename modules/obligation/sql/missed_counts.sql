-- reads: evidence_ledger
-- Facts that fit an obligation of their agency by product and day, and count for nothing of its
-- quota: whether they must, what they were reported for decides, too.
SELECT o.id AS obligation_id, o.code AS obligation_code, f.id AS fact_id, f.code AS fact_code,
       o.product
  FROM obligation_obligation o
  JOIN evidence_ledger f
    ON f.agency_id = o.agency_id AND f.happened_on BETWEEN o.begins_on AND o.ends_on
   AND f.product = o.product
 WHERE o.product <> '' AND o.closing <> 'closed' AND f.standing = 'counts'
   AND (f.source_module <> 'obligation' OR o.quota LIKE o.product || '::%')
   AND NOT EXISTS (SELECT 1 FROM obligation_uncounted u
                    WHERE u.obligation_id = o.id AND u.fact_id = f.id)
   AND NOT EXISTS (SELECT 1 FROM obligation_count c
                     JOIN obligation_obligation same ON same.id = c.obligation_id
                    WHERE c.fact_id = f.id AND same.plan_id = o.plan_id
                      AND same.lineage = o.lineage AND same.agency_id = o.agency_id
                      AND same.quota = o.quota)
 ORDER BY f.id, o.id
