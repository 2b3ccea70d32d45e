INSERT INTO channel_script_part (script_id, position, article_id, heading, text)
VALUES ($1, $2, $3, $4, $5)
