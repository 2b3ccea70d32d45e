SELECT s.id, s.report_id, s.number, s.kind, s.code, s.form_version_id, s.sha256, s.sent_at,
       s.account_id, s.reason
  FROM report_submission s
 WHERE s.report_id = $1
 ORDER BY s.number DESC
 LIMIT $2
