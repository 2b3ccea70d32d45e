INSERT INTO obligation_measured (plan_id, lineage, measure, agency_id, measurement_id)
SELECT m.plan_id, m.lineage, m.measure, m.agency_id, m.id
FROM obligation_measurement m
WHERE m.plan_id = $1 AND m.lineage = $2 AND m.measure = $3 AND m.agency_id = $4
    AND m.takes_back IS NULL
    AND NOT EXISTS (SELECT 1 FROM obligation_measurement t WHERE t.takes_back = m.id)
ORDER BY m.as_of DESC, m.id DESC
LIMIT 1
