INSERT INTO channel_sending (issue_id, cursor_id, posted, begun_at) VALUES ($1, 0, 0, $2)
