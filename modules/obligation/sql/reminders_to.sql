SELECT r.sent_at, r.rule, r.answer, r.answer_text, w.path, w.title
  FROM obligation_reminder r
  JOIN obligation_work w ON w.plan_id = r.plan_id AND w.lineage = r.lineage
 WHERE r.account_id = $1
 ORDER BY r.id DESC
 LIMIT $2
