-- Of what a search found (search::rows_of_newest): the articles, of section $3 and agency $4 where
-- they are named. The hits come first in the join, so that nothing else is looked through.
SELECT a.slug, a.agency_id, a.section, a.published_at, a.id, r.title, r.summary,
    r.public_at
FROM found f
CROSS JOIN newsroom_article a
CROSS JOIN newsroom_revision r
WHERE a.id = f.id AND a.state = 'published'
    AND r.article_id = a.id AND r.number = a.public_revision
    AND ($3 = '' OR a.section = $3) AND (a.agency_id = $4 OR $4 = 0)
ORDER BY a.id DESC
