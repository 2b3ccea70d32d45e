SELECT
    l.agency_id, l.source, count(*) AS number, cast(sum(l.estimate) AS bigint) AS estimate,
    count(l.appraised) AS appraised_number,
    cast(coalesce(sum(l.appraised), 0) AS bigint) AS appraised,
    cast(sum(l.spent) AS bigint) AS spent
FROM obligation_budget_line l
WHERE l.plan_id = $1 AND l.is_withdrawn = 0
    AND ($2 = 0 OR EXISTS (
        SELECT 1 FROM obligation_work w
        WHERE w.plan_id = l.plan_id AND w.lineage = l.lineage AND w.is_gone = 1
    ))
GROUP BY l.agency_id, l.source
ORDER BY l.agency_id, l.source
