DELETE FROM newsroom_file WHERE article_id = $1 AND number = $2
