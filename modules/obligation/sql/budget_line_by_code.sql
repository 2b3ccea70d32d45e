SELECT
    l.id, l.code, l.plan_id, l.lineage, l.agency_id, l.title, l.source, l.source_note, l.norm,
    l.quantity, l.unit_price, l.estimate, l.estimated_on, l.appraised, l.spent, l.is_withdrawn,
    l.version
FROM obligation_budget_line l
WHERE l.code = $1
