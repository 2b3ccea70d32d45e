SELECT s.agency_id, s.month, CAST(SUM(s.facts) AS BIGINT) AS facts,
       CAST(SUM(s.quantity) AS BIGINT) AS quantity
  FROM evidence_sum s
 WHERE s.product = $1 AND ($2 = '' OR s.kind = $2)
   AND s.month BETWEEN $3 AND $4
 GROUP BY s.agency_id, s.month
HAVING SUM(s.facts) <> 0
 ORDER BY s.agency_id, s.month
