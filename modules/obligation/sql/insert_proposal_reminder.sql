INSERT INTO obligation_proposal_reminder (proposal_id, version, account_id, rule, sent_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
