INSERT INTO newsroom_remark (id, article_id, revision, made_by, by_board, made_at, text)
VALUES ($1, $2, $3, $4, $5, $6, $7)
