INSERT INTO newsroom_revision (article_id, number, title, summary, body, source, made_at,
    made_by, note, by_board)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
