SELECT id, code, agency_id, playlist_id, kind, article_id, attachment_id, sha256, title, body,
    from_day, to_day, seconds, made_at
FROM channel_screen_slide WHERE playlist_id = $1 AND removed_at IS NULL ORDER BY position, id
