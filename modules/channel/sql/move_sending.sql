-- Only by who saw it where it stood: of two at once one goes on.
UPDATE channel_sending SET cursor_id = $3, posted = $4, done_at = $5
WHERE issue_id = $1 AND cursor_id = $2 AND done_at IS NULL
