DELETE FROM channel_issue_entry WHERE issue_id = $1
