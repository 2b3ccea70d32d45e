INSERT INTO newsroom_revision_file (article_id, revision, number) VALUES ($1, $2, $3)
