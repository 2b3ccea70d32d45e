DELETE FROM plan_item_agency WHERE item_id = $1
