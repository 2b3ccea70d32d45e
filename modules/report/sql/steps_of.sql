SELECT t.step, t.text, t.account_id, t.agency_id, t.taken_at
  FROM report_step t
 WHERE t.report_id = $1
 ORDER BY t.id DESC
 LIMIT $2
