DELETE FROM report_file
WHERE report_id = $1 AND attachment_id = $2 AND is_removed = 0
  AND NOT EXISTS (SELECT 1 FROM report_submission s
                   WHERE s.report_id = $1 AND s.sent_at >= report_file.added_at)
