SELECT a.code, r.title FROM newsroom_article a
JOIN newsroom_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = $1
