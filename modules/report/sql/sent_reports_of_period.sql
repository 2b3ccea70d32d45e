SELECT r.id, r.agency_id
FROM report_report r
WHERE r.period_id = $1 AND r.state IN ('submitted', 'checked', 'approved')
ORDER BY r.agency_id
LIMIT $2
