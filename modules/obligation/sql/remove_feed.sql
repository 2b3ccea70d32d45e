DELETE FROM obligation_feed WHERE id = $1
