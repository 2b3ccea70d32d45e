SELECT DISTINCT r.plan_id
FROM obligation_number_rhythm r
WHERE r.rhythm NOT IN ('', 'none')
ORDER BY r.plan_id
