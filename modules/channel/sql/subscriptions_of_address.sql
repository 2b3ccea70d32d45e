SELECT id, agency_id, address, state, wording, asked_at, letters, letter_at, confirmed_at, ended_at,
    failures, failing_since
FROM channel_subscriber WHERE address = $1 AND address <> '' ORDER BY id
