SELECT s.taken_at, s.step, s.text, s.content, w.path, w.title
  FROM obligation_proposal_step s
  JOIN obligation_proposal p ON p.id = s.proposal_id
  JOIN obligation_work w ON w.plan_id = p.plan_id AND w.lineage = p.lineage
 WHERE s.account_id = $1
 ORDER BY s.id DESC
 LIMIT $2
