DELETE FROM newsroom_remark WHERE article_id = $1
