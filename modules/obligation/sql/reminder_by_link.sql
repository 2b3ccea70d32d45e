SELECT id, obligation_id, plan_id, lineage, agency_id, account_id, rule, day, sent_at, sent_by,
       link_until, answer, answer_text, expected_on, answered_at, nudged_by
  FROM obligation_reminder
 WHERE link_hash = $1
