SELECT a.slug, r.public_at FROM newsroom_article a
JOIN newsroom_revision r
    ON r.article_id = a.id AND r.number = a.public_revision
WHERE a.state = 'published' AND a.language IN ('vi', 'en')
    AND a.published_at >= $1 AND a.published_at < $2
ORDER BY a.published_at, a.id LIMIT $3
