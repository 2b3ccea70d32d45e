SELECT f.number, f.attachment_id, f.sha256, f.is_picture, f.shows, 1 AS is_kept
FROM newsroom_file f
JOIN newsroom_article a ON a.id = f.article_id AND a.state = 'published'
JOIN newsroom_revision_file r ON r.article_id = a.id AND r.revision = a.public_revision
    AND r.number = f.number
WHERE f.sha256 = $1 ORDER BY f.id LIMIT 1
