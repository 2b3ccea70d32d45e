INSERT INTO obligation_own_plan_step (id, own_plan_id, step, text, agency_id, account_id,
                                      attachment_id, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
