SELECT s.agency_id, s.month, CAST(SUM(s.facts) AS BIGINT) AS facts,
       CAST(SUM(s.quantity) AS BIGINT) AS quantity
  FROM evidence_sum s
 WHERE s.kind = $1
   AND s.month BETWEEN $2 AND $3
 GROUP BY s.agency_id, s.month
HAVING SUM(s.facts) <> 0
 ORDER BY s.agency_id, s.month
