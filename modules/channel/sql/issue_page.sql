SELECT code, title FROM channel_issue WHERE id = $1
