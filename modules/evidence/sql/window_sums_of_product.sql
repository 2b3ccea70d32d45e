-- Whole months, and the days before and behind them.
SELECT w.agency_id, CAST(SUM(w.facts) AS BIGINT) AS facts,
       CAST(SUM(w.quantity) AS BIGINT) AS quantity
  FROM (SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_sum s
         WHERE s.product = $1 AND ($2 = '' OR s.kind = $2) AND s.month BETWEEN $3 AND $4
        UNION ALL
        SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_day_sum s
         WHERE s.product = $1 AND ($2 = '' OR s.kind = $2) AND s.day BETWEEN $5 AND $6
        UNION ALL
        SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_day_sum s
         WHERE s.product = $1 AND ($2 = '' OR s.kind = $2) AND s.day BETWEEN $7 AND $8) w
 GROUP BY w.agency_id
HAVING SUM(w.facts) <> 0
 ORDER BY w.agency_id
