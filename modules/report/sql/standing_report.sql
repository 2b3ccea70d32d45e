SELECT r.id FROM report_report r
 WHERE r.period_id = $1 AND r.agency_id = $2 AND r.state IN ('submitted', 'checked', 'approved')
