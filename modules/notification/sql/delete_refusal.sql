DELETE FROM notification_refusal WHERE channel = $1 AND address = $2 AND purpose = $3
