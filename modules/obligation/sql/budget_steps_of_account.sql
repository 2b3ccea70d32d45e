SELECT a.appraised_at AS stated_at, 'appraised' AS step, l.title, a.amount
FROM obligation_budget_appraisal a
JOIN obligation_budget_line l ON l.id = a.line_id
WHERE a.account_id = $1
UNION ALL
SELECT s.stated_at, 'spent' AS step, l.title, s.amount
FROM obligation_budget_spending s
JOIN obligation_budget_line l ON l.id = s.line_id
WHERE s.account_id = $1
ORDER BY 1 DESC
LIMIT $2
