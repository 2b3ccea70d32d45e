-- Days of agencies whose kept sums are not those of the ledger.
SELECT d.agency_id, d.product, d.day
  FROM (SELECT s.agency_id, s.day, s.product, s.kind, s.facts, s.quantity
          FROM evidence_day_sum s
        UNION ALL
        SELECT f.agency_id, f.happened_on AS day, f.product, f.kind,
               -COUNT(*) AS facts, -SUM(f.quantity) AS quantity
          FROM evidence_ledger f
         WHERE f.standing = 'counts'
         GROUP BY f.agency_id, f.happened_on, f.product, f.kind) d
 GROUP BY d.agency_id, d.day, d.product, d.kind
HAVING SUM(d.facts) <> 0 OR SUM(d.quantity) <> 0
 ORDER BY d.agency_id, d.day, d.product
 LIMIT 100
