DELETE FROM notification_refusal WHERE address = $1
