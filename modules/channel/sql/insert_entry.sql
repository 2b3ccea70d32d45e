INSERT INTO channel_issue_entry (issue_id, position, article_id, headline) VALUES ($1, $2, $3, $4)
