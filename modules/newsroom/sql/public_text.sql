SELECT r.body FROM newsroom_article a
JOIN newsroom_revision r ON r.article_id = a.id AND r.number = a.public_revision
WHERE a.state = 'published' AND a.id = $1
