-- Only what its index holds: the numbers of a period that were sent to one collector.
SELECT v.indicator, v.agency_id, v.numerator, v.denominator
FROM report_value v
WHERE v.period_id = $1 AND v.collector_id = $2
ORDER BY v.indicator, v.agency_id
