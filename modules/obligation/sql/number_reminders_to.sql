SELECT r.sent_at, r.period, r.rule, r.targets
  FROM obligation_number_reminder r
 WHERE r.account_id = $1
 ORDER BY r.sent_at DESC
 LIMIT $2
