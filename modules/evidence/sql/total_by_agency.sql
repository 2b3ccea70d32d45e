SELECT COUNT(*) AS facts, CAST(COALESCE(SUM(f.quantity), 0) AS BIGINT) AS quantity
  FROM evidence_fact f
 WHERE f.agency_id = $1
   AND ($2 = '' OR f.kind = $2)
   AND ($5 = '' OR f.product = $5)
   AND f.happened_on BETWEEN $3 AND $4
   AND NOT EXISTS (SELECT 1 FROM evidence_fact later WHERE later.supersedes = f.id)
