SELECT f.number, f.attachment_id, f.sha256, f.is_picture, f.shows,
    CASE WHEN EXISTS (SELECT 1 FROM newsroom_revision_file r
                      WHERE r.article_id = f.article_id AND r.number = f.number)
        THEN 1 ELSE 0 END AS is_kept
FROM newsroom_file f WHERE f.article_id = $1 ORDER BY f.number
