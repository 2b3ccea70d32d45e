INSERT INTO evidence_sum (agency_id, product, kind, month, facts, quantity)
SELECT f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7), COUNT(*), SUM(f.quantity)
  FROM evidence_ledger f
 WHERE f.standing = 'counts'
 GROUP BY f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7)
