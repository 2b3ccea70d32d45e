INSERT INTO notification_number (account_id, number, at)
VALUES ($1, $2, $3)
ON CONFLICT (account_id) DO UPDATE SET number = excluded.number, at = excluded.at
