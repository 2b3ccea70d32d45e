UPDATE channel_screen SET sequence = $2 WHERE id = $1 AND sequence < $2
