-- The next numbers of a period that were sent to one collector, behind one of them: only what the
-- index holds.
SELECT v.indicator, v.agency_id, v.numerator, v.denominator
FROM report_value v
WHERE v.period_id = $1 AND v.collector_id = $2 AND (v.indicator, v.agency_id) > ($3, $4)
ORDER BY v.indicator, v.agency_id
LIMIT $5
