INSERT INTO notification_spending (day, channel, amount)
VALUES ($1, $2, $3)
ON CONFLICT (day, channel) DO UPDATE SET amount = notification_spending.amount + excluded.amount
