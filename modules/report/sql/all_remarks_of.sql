SELECT r.id, r.field, r.text, r.account_id, r.agency_id, r.taken_at, r.settled_at
  FROM report_remark r
 WHERE r.report_id = $1
 ORDER BY r.id
 LIMIT $2
