SELECT m.stated_at, m.sentence, m.source, coalesce(m.takes_back, 0) AS takes_back
FROM obligation_measurement m
WHERE m.account_id = $1
ORDER BY m.id DESC
LIMIT $2
