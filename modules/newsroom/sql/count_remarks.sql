SELECT COUNT(*) AS count FROM newsroom_remark WHERE article_id = $1
