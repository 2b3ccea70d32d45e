SELECT p.id, p.code, p.agency_id, p.kind, p.outlet_id, o.name AS outlet_name, p.happened_on,
    p.minutes, p.title, p.link, p.article_id, p.attachment_id, p.file_sha256, p.state, p.reason,
    p.fact_id, p.author_id, p.made_at, p.version
FROM channel_media_placement p JOIN channel_media_outlet o ON o.id = p.outlet_id
WHERE p.attachment_id = $1 AND p.attachment_id <> 0 ORDER BY p.id LIMIT 1
