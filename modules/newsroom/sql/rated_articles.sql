SELECT a.code, a.slug, a.agency_id, a.published_at, r.title,
    cast(sum(s.useful) AS bigint) AS useful,
    cast(sum(s.not_useful) AS bigint) AS not_useful
FROM newsroom_rating s
JOIN newsroom_article a ON a.id = s.article_id
JOIN newsroom_revision r ON r.article_id = a.id AND r.number = a.public_revision
WHERE s.day >= $1
GROUP BY a.id, a.code, a.slug, a.agency_id, a.published_at, r.title
ORDER BY sum(s.not_useful) DESC, sum(s.useful) DESC, a.id DESC
LIMIT $2
