SELECT f.code, f.kind, f.product
  FROM evidence_ledger f
 WHERE f.agency_id = $1
   AND f.happened_on BETWEEN $2 AND $3
   AND f.standing = 'counts'
 ORDER BY f.happened_on, f.id
