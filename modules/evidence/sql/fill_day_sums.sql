INSERT INTO evidence_day_sum (agency_id, day, product, kind, facts, quantity)
SELECT f.agency_id, f.happened_on, f.product, f.kind, COUNT(*), SUM(f.quantity)
  FROM evidence_ledger f
 WHERE f.standing = 'counts'
 GROUP BY f.agency_id, f.happened_on, f.product, f.kind
