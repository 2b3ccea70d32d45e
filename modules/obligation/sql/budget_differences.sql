SELECT l.code
FROM obligation_budget_line l
LEFT JOIN (
    SELECT s.line_id, cast(sum(s.amount) AS bigint) AS amount
    FROM obligation_budget_spending s
    GROUP BY s.line_id
) sums ON sums.line_id = l.id
WHERE l.spent <> coalesce(sums.amount, 0)
ORDER BY l.code
LIMIT 100
