SELECT amount FROM notification_spending WHERE day = $1 AND channel = $2
