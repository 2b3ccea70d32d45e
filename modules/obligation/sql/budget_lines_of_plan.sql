SELECT
    l.id, l.code, l.plan_id, l.lineage, l.agency_id, l.title, l.source, l.source_note, l.norm,
    l.quantity, l.unit_price, l.estimate, l.estimated_on, l.appraised, l.spent, l.is_withdrawn,
    l.version
FROM obligation_budget_line l
WHERE l.plan_id = $1 AND l.is_withdrawn = 0 AND l.id > $2
    AND ($3 = 0 OR l.agency_id = $3) AND ($4 = '' OR l.source = $4)
ORDER BY l.id
LIMIT $5
