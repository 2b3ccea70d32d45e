-- What an agency corrected of earlier periods of a form since it first sent its last report: what
-- that one could not tell.
SELECT s.report_id, s.number, s.reason, p.title
  FROM report_submission s
  JOIN report_report r ON r.id = s.report_id
  JOIN report_period p ON p.id = r.period_id
 WHERE r.agency_id = $1 AND r.form_id = $2 AND p.last_day < $3 AND s.kind = 'correction'
   AND s.sent_at > (SELECT MAX(b.first_submitted_at)
                      FROM report_report b
                      JOIN report_period q ON q.id = b.period_id
                     WHERE b.agency_id = $1 AND b.form_id = $2 AND q.last_day < $3)
 ORDER BY p.last_day, s.report_id, s.number
 LIMIT $4
