-- Of one number, and of another that it may be weighed by: only what the index holds.
SELECT v.indicator, v.agency_id, v.numerator, v.denominator
FROM report_value v
WHERE v.period_id = $1 AND v.collector_id = $2 AND v.indicator IN ($3, $4)
ORDER BY v.indicator, v.agency_id
