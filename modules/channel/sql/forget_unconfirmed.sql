DELETE FROM channel_subscriber WHERE state = 'waiting' AND letter_at < $1
