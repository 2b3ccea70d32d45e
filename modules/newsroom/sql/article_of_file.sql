SELECT article_id FROM newsroom_file WHERE attachment_id = $1
