SELECT u.decided_at AS taken_at, 'undone' AS step, w.path, w.title, u.reason AS text
  FROM obligation_uncounted u
  JOIN obligation_obligation o ON o.id = u.obligation_id
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE u.account_id = $1
UNION ALL
SELECT u.answered_at AS taken_at, 'answered' AS step, w.path, w.title, u.answer AS text
  FROM obligation_uncounted u
  JOIN obligation_obligation o ON o.id = u.obligation_id
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE u.answered_by = $1 AND u.answered_at IS NOT NULL
 ORDER BY taken_at DESC
 LIMIT $2
