SELECT s.id, s.report_id, s.number, s.kind, s.code, s.form_version_id, s.sha256, s.sent_at,
       s.account_id, s.reason
  FROM report_submission s
 WHERE s.id = $1
