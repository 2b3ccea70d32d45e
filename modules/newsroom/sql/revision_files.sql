SELECT f.number, f.attachment_id, f.sha256, f.is_picture, f.shows, 1 AS is_kept
FROM newsroom_revision_file r
JOIN newsroom_file f ON f.article_id = r.article_id AND f.number = r.number
WHERE r.article_id = $1 AND r.revision = $2 ORDER BY f.number
