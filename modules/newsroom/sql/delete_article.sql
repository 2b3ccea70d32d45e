DELETE FROM newsroom_article WHERE id = $1 AND version = $2
