SELECT
    m.id, m.plan_id, m.lineage, m.measure, m.agency_id, m.as_of, m.numerator, m.denominator,
    m.value, m.is_so, m.source, m.sentence, m.subject, m.unit,
    m.direction, m.takes_back, m.stated_at, m.by_agency_id, m.account_id
FROM obligation_measurement m
WHERE m.plan_id = $1 AND m.lineage = $2 AND m.measure = $3 AND m.agency_id = $4
ORDER BY m.id DESC
LIMIT $5
