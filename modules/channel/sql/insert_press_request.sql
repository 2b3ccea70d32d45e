INSERT INTO channel_press_request (id, code, agency_id, outlet_id, journalist, manner, subject,
    question, asked_on, due_on, state, taken_by_id, answer, author_id, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', 0, '', $11, $12, 1)
