SELECT n.lineage, n.measure, m.subject, m.unit, m.direction, m.sentence
FROM (
    SELECT lineage, measure, MAX(measurement_id) AS id
    FROM obligation_measured
    WHERE plan_id = $1
    GROUP BY lineage, measure
) n
JOIN obligation_measurement m ON m.id = n.id
ORDER BY n.lineage, n.measure
