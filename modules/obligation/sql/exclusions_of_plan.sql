SELECT
    e.id, e.plan_id, e.lineage, e.measure, e.agency_id, e.state, e.reason, e.answer, e.asked_at,
    e.asked_by, e.decided_at, e.decided_by, e.version
FROM obligation_exclusion e
WHERE e.plan_id = $1
ORDER BY e.lineage, e.asked_at, e.id
