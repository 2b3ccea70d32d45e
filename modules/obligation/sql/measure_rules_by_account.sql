SELECT r.stated_at, r.subject, r.source
FROM obligation_measure_rule r
WHERE r.account_id = $1
ORDER BY r.id DESC
LIMIT $2
