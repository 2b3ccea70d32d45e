SELECT r.id
FROM report_report r JOIN report_period p ON p.id = r.period_id
WHERE r.agency_id = $1 AND r.form_id = $2 AND p.last_day < $3 AND r.state <> 'dropped'
ORDER BY p.last_day DESC, r.id DESC
LIMIT 1
