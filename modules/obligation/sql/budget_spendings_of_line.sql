SELECT
    s.id, s.code, s.amount, s.spent_on, s.note, s.takes_back, s.account_id, s.stated_at
FROM obligation_budget_spending s
WHERE s.line_id = $1
ORDER BY s.id DESC
LIMIT $2
