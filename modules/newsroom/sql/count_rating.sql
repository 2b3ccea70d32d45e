INSERT INTO newsroom_rating (article_id, day, useful, not_useful) VALUES ($1, $2, $3, $4)
ON CONFLICT (article_id, day) DO UPDATE SET
    useful = newsroom_rating.useful + excluded.useful,
    not_useful = newsroom_rating.not_useful + excluded.not_useful
