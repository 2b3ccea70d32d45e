INSERT INTO obligation_reminder (id, obligation_id, plan_id, lineage, agency_id, account_id, rule,
                                 day, sent_at, sent_by, answer, answer_text, expected_on,
                                 answered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 'doing', $10, $11, $9)
ON CONFLICT (obligation_id, account_id, rule, day) DO UPDATE
   SET answer_text = excluded.answer_text, expected_on = excluded.expected_on,
       answered_at = excluded.answered_at
