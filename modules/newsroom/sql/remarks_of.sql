SELECT revision, made_by, by_board, made_at, text FROM newsroom_remark
WHERE article_id = $1 ORDER BY id DESC LIMIT $2
