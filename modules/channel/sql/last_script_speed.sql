SELECT syllables_a_minute FROM channel_script WHERE agency_id = $1 ORDER BY id DESC LIMIT 1
