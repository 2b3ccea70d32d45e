UPDATE notification_mail SET body = '' WHERE id = $1
