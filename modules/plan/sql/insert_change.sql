INSERT INTO plan_change (id, edition_id, number, kind, old_item_id, new_item_id, decision, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
