SELECT f.code
  FROM evidence_ledger f
 WHERE f.agency_id = $1
   AND ($2 = '' OR f.kind = $2)
   AND ($3 = '' OR f.product = $3)
   AND f.happened_on BETWEEN $4 AND $5
   AND f.standing = 'counts'
 ORDER BY f.happened_on, f.id
