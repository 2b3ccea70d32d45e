UPDATE channel_screen SET seen_at = $2, showing = $3, fault = $4 WHERE id = $1
