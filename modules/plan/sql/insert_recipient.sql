INSERT INTO plan_recipient (edition_id, number, name) VALUES ($1, $2, $3)
