SELECT r.sent_at, r.rule, w.path, w.title
  FROM obligation_proposal_reminder r
  JOIN obligation_proposal p ON p.id = r.proposal_id
  JOIN obligation_work w ON w.plan_id = p.plan_id AND w.lineage = p.lineage
 WHERE r.account_id = $1
 ORDER BY r.sent_at DESC
 LIMIT $2
