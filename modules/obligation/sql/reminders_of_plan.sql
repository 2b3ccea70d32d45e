SELECT r.id, r.obligation_id, r.plan_id, r.lineage, r.agency_id, r.account_id, r.rule, r.day,
       r.sent_at, r.sent_by, r.link_until, r.answer, r.answer_text, r.expected_on, r.answered_at,
       r.nudged_by, w.path, w.title, COALESCE(o.code, '') AS code, COALESCE(o.period, '') AS period
  FROM obligation_reminder r
  JOIN obligation_work w ON w.plan_id = r.plan_id AND w.lineage = r.lineage
  LEFT JOIN obligation_obligation o ON o.id = r.obligation_id
 WHERE r.plan_id = $1 AND r.id < $2
 ORDER BY r.id DESC
 LIMIT $3
