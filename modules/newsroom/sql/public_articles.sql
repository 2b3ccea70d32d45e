SELECT a.slug, a.agency_id, a.section, a.published_at, a.id, r.title, r.summary,
    r.public_at
FROM newsroom_article a
JOIN newsroom_revision r
    ON r.article_id = a.id AND r.number = a.public_revision
WHERE a.state = 'published' AND a.language = $1
    AND (a.published_at, a.id) < ($2, $3)
    AND ($5 = '' OR a.theme_id = 0 OR EXISTS (
        SELECT 1 FROM newsroom_theme t
        WHERE t.id = a.theme_id AND t.begins_on <= $5 AND $5 <= t.ends_on))
ORDER BY a.published_at DESC, a.id DESC LIMIT $4
