SELECT r.plan_id, r.lineage, r.rhythm, r.days, r.by_plan, r.set_at, r.account_id, r.version
FROM obligation_number_rhythm r
WHERE r.plan_id = $1
ORDER BY r.lineage
