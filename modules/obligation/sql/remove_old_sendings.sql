DELETE FROM obligation_sending WHERE taken_at < $1
