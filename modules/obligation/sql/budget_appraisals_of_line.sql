SELECT a.estimate, a.amount, a.note, a.agency_id, a.account_id, a.appraised_at
FROM obligation_budget_appraisal a
WHERE a.line_id = $1
ORDER BY a.id DESC
LIMIT $2
