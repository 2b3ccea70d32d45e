-- Holds the row until the end of the transaction: two lanes of a channel never spend the same đồng.
INSERT INTO notification_spending (day, channel, amount)
VALUES ($1, $2, 0)
ON CONFLICT (day, channel) DO UPDATE SET amount = notification_spending.amount
RETURNING amount
