SELECT number, title, summary, body, source, made_at, made_by, public_at, note, by_board
FROM newsroom_revision WHERE article_id = $1 ORDER BY number DESC LIMIT $2
