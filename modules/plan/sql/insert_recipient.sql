INSERT INTO plan_recipient (edition_id, number, name, mark) VALUES ($1, $2, $3, $4)
