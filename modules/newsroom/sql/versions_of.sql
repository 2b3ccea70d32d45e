-- What readers have of the same article in other languages; $1 is the one that all lead to.
SELECT a.slug, a.language, r.title
FROM newsroom_article a
JOIN newsroom_revision r ON r.article_id = a.id AND r.number = a.public_revision
WHERE (a.original_id = $1 OR a.id = $1) AND a.id <> $2 AND a.state = 'published'
ORDER BY a.language, a.id LIMIT $3
