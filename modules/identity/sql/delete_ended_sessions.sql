DELETE FROM identity_session WHERE last_seen_at < $1 OR created_at < $2
