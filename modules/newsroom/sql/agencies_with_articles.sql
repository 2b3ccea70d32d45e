SELECT agency_id, count(*) AS articles FROM newsroom_article
WHERE state = 'published' AND language = $1
GROUP BY agency_id ORDER BY agency_id LIMIT $2
