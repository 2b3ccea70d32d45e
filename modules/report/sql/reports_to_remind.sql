SELECT r.id
  FROM report_report r
 WHERE r.due_on >= $1 AND r.due_on <= $2 AND r.state IN ('expected', 'draft', 'returned')
   AND NOT EXISTS (SELECT 1 FROM report_reminder m
                    WHERE m.report_id = r.id AND m.rule = $3 AND m.due_on = r.due_on)
 ORDER BY r.due_on, r.id
 LIMIT $4
