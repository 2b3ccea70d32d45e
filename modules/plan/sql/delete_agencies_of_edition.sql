DELETE FROM plan_item_agency
WHERE item_id IN (SELECT id FROM plan_item WHERE edition_id = $1)
