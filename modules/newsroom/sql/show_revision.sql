UPDATE newsroom_revision SET public_at = $3
WHERE article_id = $1 AND number = $2 AND public_at IS NULL
