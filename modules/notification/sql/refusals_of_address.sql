SELECT channel, purpose, at FROM notification_refusal WHERE address = $1 ORDER BY channel, purpose
