SELECT m.made_at, r.title, m.text FROM newsroom_remark m
JOIN newsroom_article a ON a.id = m.article_id
JOIN newsroom_revision r ON r.article_id = a.id AND r.number = a.revision
WHERE m.made_by = $1 ORDER BY m.id DESC LIMIT 5000
