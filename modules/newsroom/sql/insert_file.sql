INSERT INTO newsroom_file (id, article_id, number, attachment_id, sha256, is_picture, shows)
VALUES ($1, $2, $3, $4, $5, $6, $7)
