SELECT
    l.id, l.code, l.plan_id, l.lineage, l.agency_id, l.title, l.source, l.source_note, l.norm,
    l.quantity, l.unit_price, l.estimate, l.estimated_on, l.appraised, l.spent, l.is_withdrawn,
    l.version
FROM obligation_budget_line l
WHERE l.plan_id = $1 AND l.is_withdrawn = 0 AND l.id > $2
    AND ($3 = 0 OR l.agency_id = $3) AND ($4 = '' OR l.source = $4)
    AND ($5 = 0 OR EXISTS (
        SELECT 1 FROM obligation_work w
        WHERE w.plan_id = l.plan_id AND w.lineage = l.lineage AND w.is_gone = 1
    ))
ORDER BY l.id
LIMIT $6
