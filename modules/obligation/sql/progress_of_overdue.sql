SELECT r.obligation_id, r.answer_text, r.expected_on, r.answered_at
  FROM obligation_obligation o
  JOIN obligation_reminder r ON r.obligation_id = o.id
 WHERE o.plan_id = $1 AND o.due_on < $2 AND o.done_on IS NULL AND o.closing = ''
   AND o.is_requested = 0 AND o.parent_id = 0 AND r.answer = 'doing'
 ORDER BY r.answered_at, r.id
