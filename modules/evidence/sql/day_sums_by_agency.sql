SELECT s.day, s.product, s.kind, s.facts, s.quantity
  FROM evidence_day_sum s
 WHERE s.agency_id = $1 AND s.day BETWEEN $2 AND $3 AND s.facts <> 0
 ORDER BY s.day, s.product, s.kind
