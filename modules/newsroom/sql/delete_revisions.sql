DELETE FROM newsroom_revision WHERE article_id = $1
