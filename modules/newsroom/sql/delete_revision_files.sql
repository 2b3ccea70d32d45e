DELETE FROM newsroom_revision_file WHERE article_id = $1
