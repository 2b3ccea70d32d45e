-- Of the last periods of a form: how far each collector's reports have come.
SELECT r.period_id, r.collector_id, COUNT(*) AS expected,
       SUM(CASE WHEN r.state IN ('submitted', 'checked', 'approved') THEN 1 ELSE 0 END) AS sent,
       SUM(CASE WHEN r.state = 'approved' THEN 1 ELSE 0 END) AS approved,
       SUM(CASE WHEN r.state IN ('expected', 'draft', 'returned') AND r.due_on < $3
           THEN 1 ELSE 0 END) AS overdue
FROM report_report r
WHERE r.period_id IN (SELECT p.id FROM report_period p WHERE p.form_id = $1
                      ORDER BY p.last_day DESC, p.id DESC LIMIT $2)
  AND r.state <> 'dropped'
  AND (r.not_asked_since IS NULL OR r.state IN ('submitted', 'checked', 'approved'))
GROUP BY r.period_id, r.collector_id
ORDER BY r.period_id, r.collector_id
