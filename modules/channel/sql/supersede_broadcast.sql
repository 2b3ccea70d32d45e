UPDATE channel_broadcast SET is_standing = 0 WHERE id = $1 AND is_standing = 1
