SELECT a.id, a.code, a.agency_id, a.author_id, a.section, a.audience, a.language, a.state,
    a.revision, a.public_revision, a.slug, a.sent_at, a.publish_at, a.published_at, a.reason,
    a.made_at, a.version, a.theme_id, a.original_id, r.title
FROM newsroom_article a
JOIN newsroom_revision r
    ON r.article_id = a.id AND r.number = a.revision
WHERE a.agency_id = $1 AND a.id < $2 AND ($3 = '' OR a.state = $3)
ORDER BY a.id DESC LIMIT $4
