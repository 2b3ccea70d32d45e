SELECT r.agency_id, s.content
FROM report_report r
JOIN report_submission s ON s.id = r.submission_id
WHERE r.collector_id = $1 AND r.period_id = $2
  AND r.state IN ('submitted', 'checked', 'approved')
ORDER BY r.agency_id
