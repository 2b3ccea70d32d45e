DELETE FROM once_sending WHERE taken_at < $1
