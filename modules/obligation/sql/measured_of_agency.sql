SELECT
    m.id, m.plan_id, m.lineage, m.measure, m.agency_id, m.as_of, m.numerator, m.denominator,
    m.value, m.is_so, m.source, m.sentence, m.subject, m.unit,
    m.direction, m.takes_back, m.stated_at, m.by_agency_id, m.account_id
FROM obligation_measured n
JOIN obligation_measurement m ON m.id = n.measurement_id
WHERE n.plan_id = $1 AND n.agency_id = $2
ORDER BY n.lineage, n.measure
