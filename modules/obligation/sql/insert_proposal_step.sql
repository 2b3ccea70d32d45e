INSERT INTO obligation_proposal_step (id, proposal_id, step, agency_id, account_id, taken_at, text,
                                      content, measure, needed, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
