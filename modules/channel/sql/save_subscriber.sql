UPDATE channel_subscriber SET address = $2, state = $3, wording = $4, asked_at = $5, letters = $6,
    letter_at = $7, confirmed_at = $8, ended_at = $9, failures = $10,
    failing_since = $11
WHERE id = $1
