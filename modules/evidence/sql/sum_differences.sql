-- Months of agencies whose kept sums are not those of the ledger.
SELECT d.agency_id, d.product, d.month
  FROM (SELECT s.agency_id, s.product, s.kind, s.month, s.facts, s.quantity
          FROM evidence_sum s
        UNION ALL
        SELECT f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7) AS month,
               -COUNT(*) AS facts, -SUM(f.quantity) AS quantity
          FROM evidence_ledger f
         WHERE f.standing = 'counts'
         GROUP BY f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7)) d
 GROUP BY d.agency_id, d.product, d.kind, d.month
HAVING SUM(d.facts) <> 0 OR SUM(d.quantity) <> 0
 ORDER BY d.agency_id, d.product, d.month
 LIMIT 100
