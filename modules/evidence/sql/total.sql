SELECT COUNT(*) AS facts, CAST(COALESCE(SUM(f.quantity), 0) AS BIGINT) AS quantity
  FROM evidence_ledger f
 WHERE ($1 = '' OR f.kind = $1)
   AND ($4 = '' OR f.product = $4)
   AND f.happened_on BETWEEN $2 AND $3
   AND f.standing = 'counts'
