SELECT
    r.id, r.plan_id, r.lineage, r.measure, r.is_set, r.is_ended, r.subject, r.op, r.value, r.unit,
    r.source, r.source_on, r.numerator_figure, r.denominator_figure, r.stated_at, r.by_agency_id,
    r.account_id, r.scope, r.direction, r.continues, r.place
FROM obligation_measure_rule r
WHERE r.plan_id = $1
    AND NOT EXISTS (
        SELECT 1 FROM obligation_measure_rule n
        WHERE n.plan_id = r.plan_id AND n.lineage = r.lineage AND n.measure = r.measure
            AND n.id > r.id
    )
ORDER BY r.lineage, r.id
