SELECT public_at, note FROM newsroom_revision
WHERE article_id = $1 AND public_at IS NOT NULL AND note <> '' ORDER BY number
