SELECT made_at, title, number FROM newsroom_revision
WHERE made_by = $1 ORDER BY article_id DESC, number DESC LIMIT 5000
