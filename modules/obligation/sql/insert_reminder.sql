INSERT INTO obligation_reminder (id, obligation_id, plan_id, lineage, agency_id, account_id, rule,
                                 day, sent_at, sent_by, link_hash, link_until, answer, answer_text,
                                 nudged_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13)
ON CONFLICT DO NOTHING
