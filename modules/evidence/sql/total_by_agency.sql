SELECT COUNT(*) AS facts, CAST(COALESCE(SUM(f.quantity), 0) AS BIGINT) AS quantity
  FROM evidence_ledger f
 WHERE f.agency_id = $1
   AND ($2 = '' OR f.kind = $2)
   AND ($5 = '' OR f.product = $5)
   AND f.happened_on BETWEEN $3 AND $4
   AND f.standing = 'counts'
