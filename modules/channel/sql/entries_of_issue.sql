SELECT article_id, headline FROM channel_issue_entry WHERE issue_id = $1 ORDER BY position
