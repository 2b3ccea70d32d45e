-- Whole months, and the days before and behind them.
SELECT w.agency_id, CAST(SUM(w.facts) AS BIGINT) AS facts,
       CAST(SUM(w.quantity) AS BIGINT) AS quantity
  FROM (SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_sum s
         WHERE s.kind = $1 AND s.month BETWEEN $2 AND $3
        UNION ALL
        SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_day_sum s
         WHERE s.kind = $1 AND s.day BETWEEN $4 AND $5
        UNION ALL
        SELECT s.agency_id, s.facts, s.quantity
          FROM evidence_day_sum s
         WHERE s.kind = $1 AND s.day BETWEEN $6 AND $7) w
 GROUP BY w.agency_id
HAVING SUM(w.facts) <> 0
 ORDER BY w.agency_id
