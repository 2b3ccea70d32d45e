SELECT issue_id, cursor_id, posted, begun_at, done_at FROM channel_sending WHERE issue_id = $1
