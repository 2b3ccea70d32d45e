SELECT substr(published_at, 1, 7) AS month, max(published_at) AS newest FROM newsroom_article
WHERE state = 'published' GROUP BY substr(published_at, 1, 7) ORDER BY 1 DESC LIMIT $1
