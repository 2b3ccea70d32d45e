INSERT INTO channel_subscriber (id, agency_id, address, state, wording, asked_at, letters,
    letter_at)
VALUES ($1, $2, $3, 'waiting', $4, $5, 1, $5)
