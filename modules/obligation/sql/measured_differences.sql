WITH standing AS (
    SELECT
        m.plan_id, m.lineage, m.measure, m.agency_id, m.id,
        row_number() OVER (
            PARTITION BY m.plan_id, m.lineage, m.measure, m.agency_id
            ORDER BY m.as_of DESC, m.id DESC
        ) AS place
    FROM obligation_measurement m
    WHERE m.takes_back IS NULL
        AND NOT EXISTS (SELECT 1 FROM obligation_measurement t WHERE t.takes_back = m.id)
)
SELECT s.lineage AS lineage, s.agency_id AS agency_id
FROM standing s
LEFT JOIN obligation_measured n ON n.plan_id = s.plan_id AND n.lineage = s.lineage
    AND n.measure = s.measure AND n.agency_id = s.agency_id
WHERE s.place = 1 AND (n.measurement_id IS NULL OR n.measurement_id <> s.id)
UNION
SELECT n.lineage AS lineage, n.agency_id AS agency_id
FROM obligation_measured n
LEFT JOIN standing s ON s.id = n.measurement_id
WHERE s.id IS NULL
ORDER BY lineage, agency_id
LIMIT 100
